import {
  type CheckReport,
  POINT_SCALE,
  type RunReport,
  type SubmissionReport,
} from '../report/report.ts'
import { cleanText } from '../text/clean-text.ts'
import { defineReporter } from './define-reporter.ts'
import { isPackRow } from './show-pack.ts'
import { failureSection } from './terminal-failure.ts'
import { overview, sentence } from './terminal-overview.ts'
import { type Style, styleOf } from './terminal-style.ts'
import { indent, wrap } from './terminal-text.ts'

/** For people: one line a check, and for each failure a section with everything that helps to mend it. */
export const reporter = defineReporter({
  name: 'terminal',
  printedAs: 'text',
  summary: 'for people, in colour where the terminal has it',
  render: (report, options) => {
    const style = styleOf(options)
    const parts = report.submissions.map((submission) => renderSubmission(submission, style))
    return `${parts.join('\n')}${renderTotals(report, style)}`
  },
})

function renderSubmission(submission: SubmissionReport, style: Style): string {
  const { paint } = style
  const who = submission.student === null ? '' : `${submission.student}  `
  const heading = `${paint.bold(submission.exercise)}  ${submission.title}`
  const told = submission.checks.filter(({ status, warning }) => needsTelling(status) || warning)
  const sections = eachNoteOnce(told).map((check) => failureSection(check, submission, style))
  return [
    `${heading}\n${paint.dim(`${who}${submission.file}`)}`,
    ...submission.checks.filter(isPackRow).map((row) => packLine(row, style)),
    overview(
      submission.checks.filter((check) => !isPackRow(check)),
      style,
    ),
    ...sections,
    ...printed(submission, style),
    verdictLine(submission, style),
    '',
  ].join('\n\n')
}

/** Before any verdict: it says what the verdicts are worth. */
function packLine(row: CheckReport, style: Style): string {
  return style.paint.yellow(wrap(`! ${sentence(row, style)}`, style.width))
}

/** A mistake shows in several checks of a function; it is explained at the first. */
function eachNoteOnce(checks: readonly CheckReport[]): readonly CheckReport[] {
  return checks.map((check, index) => {
    const again = checks
      .slice(0, index)
      .some(({ note, function: name }) => note === check.note && name === check.function)
    if (!again || check.note === undefined) return check
    return { ...check, evidence: check.evidence.filter(({ kind }) => kind !== 'note') }
  })
}

function needsTelling(status: string): boolean {
  return status === 'failed' || status === 'errored'
}

/** What the submission printed itself, set apart so that it cannot pass for a verdict. */
function printed({ output }: SubmissionReport, { speak, paint }: Style): string[] {
  if (output === undefined || output === '') return []
  const lines = cleanText(output).trimEnd().replace(/^/gm, '│ ')
  return [`${speak('report.printed')}\n${paint.dim(indent(lines, 4))}`]
}

function verdictLine(submission: SubmissionReport, { paint, speak }: Style): string {
  const { status, score, maxScore } = submission
  const worth = { score: score / POINT_SCALE, of: maxScore / POINT_SCALE }
  const points = maxScore > 0 ? `  ${speak('report.points', worth)}` : ''
  if (status === 'passed') return `${paint.green.bold(`✓ ${speak('report.passed')}`)}${points}`
  if (status === 'skipped') return paint.dim(`- ${speak('report.not-shown')}`)
  if (status === 'errored')
    return `${paint.magenta.bold(`! ${speak('report.not-judged')}`)}${points}`
  return `${paint.red.bold(`✗ ${speak('report.not-yet')}`)}${points}`
}

function renderTotals({ submissions, totals, seed, backend }: RunReport, style: Style): string {
  const { paint, speak } = style
  const source = speak('report.seed', { seed, backend: `${backend.name} ${backend.version}` })
  if (submissions.length < 2) return `${paint.dim(source)}\n`
  const { passed, submissions: total, score, maxScore } = totals
  const points = speak('report.points', { score: score / POINT_SCALE, of: maxScore / POINT_SCALE })
  return `${paint.bold(speak('report.total', { passed, total }))}  ${points}  ${paint.dim(source)}\n`
}
