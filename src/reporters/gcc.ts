import type { CheckReport, SubmissionReport } from '../report/report.ts'
import { cleanLine } from '../text/clean-text.ts'
import { annotatedFile } from './annotated-file.ts'
import { checksOf, type ListedCheck } from './checks-of.ts'
import { defineReporter, type RenderOptions } from './define-reporter.ts'
import { knownLocale, type Say } from './in-language.ts'
import { NOT_THE_STUDENT } from './verdict.ts'
import { hiddenText, packText, pointsText } from './words.ts'

const LONGEST = 1000

/** The form of a diagnostic in GNU's coding standards, which editors and log readers know. */
export const reporter = defineReporter({
  name: 'gcc',
  printedAs: 'text',
  summary: 'One line for each problem, as compilers print them: for editors and problem matchers.',
  audience: 'student',
  render: (report, options, say) => {
    const checks = checksOf(report)
    const lines = [
      ...checks.flatMap((listed) => problem(listed, options, say)),
      ...checks.filter(({ check }) => check.kind === 'adjustment').map(adjusted),
      ...report.submissions.map((one) => sum(one, say)),
      ...[packText(report, knownLocale(options.locale))]
        .filter((text) => text !== undefined)
        .map(remark),
    ]
    return `${lines.join('\n')}\n`
  },
})

function adjusted({ name, check }: ListedCheck): string {
  return remark(`${name}: ${check.message}`)
}

function sum(submission: SubmissionReport, say: Say): string {
  const { student, exercise } = submission
  const who = student === null ? exercise : `${exercise}: ${student}`
  const rest = hiddenText(submission, say)
  return remark(`${who}: ${pointsText(submission, say)}${rest === undefined ? '' : `; ${rest}`}`)
}

/** What speaks of no line. */
function remark(text: string): string {
  return `mlp-check: ${cleanLine(text, LONGEST)}`
}

function problem(
  { submission, check, name }: ListedCheck,
  options: RenderOptions,
  say: Say,
): string[] {
  const level = levelOf(check)
  if (level === undefined) return []
  const place = check.evidence.find((piece) => piece.kind === 'source')
  const file = annotatedFile(place?.file ?? submission.file, options)
  const where = `${file}:${place?.line ?? 1}:${place?.column ?? 1}`
  const blame = check.status === 'errored' ? `${say(NOT_THE_STUDENT)} ` : ''
  const note = check.note === undefined ? '' : ` [${check.note}]`
  return [`${where}: ${level}: ${cleanLine(`${name}: ${blame}${check.message}`, LONGEST)}${note}`]
}

function levelOf({ status, warning }: CheckReport): 'error' | 'warning' | undefined {
  if (status === 'failed') return 'error'
  return status === 'errored' || warning ? 'warning' : undefined
}
