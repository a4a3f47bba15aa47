import type { Locale } from '../messages/catalogue.ts'
import type { CheckReport, RunReport } from '../report/report.ts'
import { cleanLine, cleanText } from '../text/clean-text.ts'
import { checksOf, type ListedCheck } from './checks-of.ts'
import { defineReporter } from './define-reporter.ts'
import { describeCheck } from './describe-check.ts'
import { pointsAsNumber } from './format-value.ts'
import { knownLocale, type Say } from './in-language.ts'
import { jsonText } from './json-text.ts'
import { NOT_THE_STUDENT, verdictOf } from './verdict.ts'
import { packText } from './words.ts'

const LONGEST_OUTPUT = 10_000

const VISIBILITY = {
  visible: 'visible',
  hidden: 'hidden',
  'after-due-date': 'after_due_date',
  'after-published': 'after_published',
} as const satisfies Record<NonNullable<CheckReport['visibility']>, string>

export const reporter = defineReporter({
  name: 'gradescope',
  summary: "Gradescope's results.json; hidden checks keep their visibility.",
  audience: 'staff',
  render: (report, { locale }, say) => `${jsonText(results(report, knownLocale(locale), say))}\n`,
})

function results(report: RunReport, locale: Locale, say: Say) {
  return {
    score: pointsAsNumber(report.totals.score),
    execution_time: report.durationMs / 1000,
    output: heading(report, locale, say),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    // Whatever else the autograder's container printed is for the staff.
    stdout_visibility: 'hidden',
    extra_data: { mlpCheck: record(report) },
    tests: checksOf(report).map((listed) => test(listed, say)),
  }
}

function heading(report: RunReport, locale: Locale, say: Say): string {
  const { tool, seed, backend, totals } = report
  const lines = [say(`mlp-check ${tool.version}, seed ${seed}, ${backend.name} ${backend.version}`)]
  const pack = packText(report, locale)
  if (pack !== undefined) lines.push(pack)
  if (totals.errored > 0) lines.push(say(NOT_THE_STUDENT))
  for (const { output, exercise } of report.submissions) {
    if (output === undefined || output === '') continue
    lines.push('', say(`The submission to ${exercise} printed:`), cleanText(output, LONGEST_OUTPUT))
  }
  return lines.join('\n')
}

function record(report: RunReport) {
  const submissions = report.submissions.map(({ exercise, sha256, status }) => ({
    exercise,
    sha256,
    status,
  }))
  const { tool, pack, seed, node } = report
  return { version: tool.version, pack, seed, node, submissions }
}

function test({ check, name, number }: ListedCheck, say: Say) {
  return {
    name: cleanLine(name, 1000),
    number,
    ...(check.maxScore === 0 && check.score === 0
      ? {}
      : { score: pointsAsNumber(check.score), max_score: pointsAsNumber(check.maxScore) }),
    // Without a status Gradescope goes by the points, which is as neutral as it gets.
    ...(check.status === 'passed' || check.status === 'failed' ? { status: check.status } : {}),
    output: output(check, say),
    tags: check.function === undefined ? [] : [check.function],
    visibility: VISIBILITY[check.visibility ?? 'visible'],
    extra_data: { check: check.id, ...(check.note === undefined ? {} : { note: check.note }) },
  }
}

function output(check: CheckReport, say: Say): string {
  const text = cleanText(describeCheck(check, say), LONGEST_OUTPUT)
  return verdictOf(check) === 'not-judged' ? `${say(NOT_THE_STUDENT)}\n${text}` : text
}
