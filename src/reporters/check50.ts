import type { CheckReport, RunReport } from '../report/report.ts'
import { cleanLine, cleanText } from '../text/clean-text.ts'
import { checksOf, type ListedCheck, unique } from './checks-of.ts'
import { defineReporter } from './define-reporter.ts'
import { describeEvidence } from './describe-check.ts'
import { formatValue, pointsAsNumber } from './format-value.ts'
import type { Say } from './in-language.ts'
import { jsonText } from './json-text.ts'

export const reporter = defineReporter({
  name: 'check50',
  summary: "check50's JSON: passed, failed, or null for what was not asked.",
  audience: 'student',
  render: (report, _, say) => {
    const { version } = report.tool
    const taken = new Map<string, number>()
    const several = report.submissions.length > 1
    const results = checksOf(report).map((listed) => {
      const { exercise } = listed.submission
      const id = several ? `${exercise}/${listed.check.id}` : listed.check.id
      // Its pages refer to a check by name.
      return check50Result(unique(id, taken), listed, say)
    })
    const result = { slug: slug(report), results, version }
    return `${jsonText(result)}\n`
  },
})

function slug(report: RunReport): string {
  return `mlp-check/${report.submissions.map(({ exercise }) => exercise).join('+')}`
}

function check50Result(id: string, { check, name }: ListedCheck, say: Say) {
  return {
    name: id,
    description: cleanLine(name),
    passed: check.status === 'passed' ? true : check.status === 'failed' ? false : null,
    log: describeEvidence(check, say).flatMap((lines) => lines.split('\n')),
    cause: check.status === 'passed' ? null : cause(check),
    data: { score: pointsAsNumber(check.score), maxScore: pointsAsNumber(check.maxScore) },
    dependency: null,
  }
}

function cause(check: CheckReport) {
  const found = check.evidence.find((piece) => piece.kind === 'counterexample')
  const note = check.evidence.find((piece) => piece.kind === 'note')
  return {
    rationale: cleanText(check.message, 4000),
    help: note === undefined ? null : cleanText(note.hint, 4000),
    ...(found?.expected.kind === 'value'
      ? { expected: formatValue(found.expected.value), actual: formatValue(found.got) }
      : {}),
  }
}
