import { displayWidth } from '../messages/display-width.ts'
import {
  type CheckReport,
  POINT_SCALE,
  type RunReport,
  type SubmissionReport,
} from '../report/report.ts'
import { cleanText } from '../text/clean-text.ts'
import { causeText, noteOf } from './cause-words.ts'
import { eachNoteOnce, sentence } from './check-words.ts'
import { defineReporter } from './define-reporter.ts'
import { foldChecks } from './fold-checks.ts'
import { isPackRow } from './show-pack.ts'
import { failureSection, unlikeVerdicts } from './terminal-failure.ts'
import { foldedLine, overview } from './terminal-overview.ts'
import { printedBlocks } from './terminal-printed.ts'
import { type Style, styleOf } from './terminal-style.ts'
import { indent, wrap } from './terminal-text.ts'
import { notBegun, whereToBegin } from './terminal-unbegun.ts'

/** For people: one line a check, and for each failure a section with everything that helps to mend it. */
export const reporter = defineReporter({
  name: 'terminal',
  printedAs: 'text',
  summary: 'for people, in colour where the terminal has it',
  render: (report, options) => {
    const style = styleOf(options)
    const alone = report.submissions.length === 1
    const origin = alone ? originText(report, style) : ''
    const parts = report.submissions.map((one) => renderSubmission(one, origin, style))
    return `${parts.join('\n')}${alone ? '' : renderTotals(report, style)}`
  },
})

function renderSubmission(submission: SubmissionReport, origin: string, style: Style): string {
  const checks = submission.checks.filter((check) => !isPackRow(check))
  const [rows, open] = style.all ? [checks, []] : setAside(checks, submission.unbegun)
  const told = style.all ? inTurn(rows) : firstOf(rows)
  const said = causeText(told, style)
  const sections = eachNoteOnce(told).map((check) =>
    failureSection(check, submission, { ...style, said }),
  )
  return [
    top(submission, said, style),
    [...overviewOf(rows, told, style), ...notBegun(open, style)].filter(Boolean).join('\n'),
    ...sections.filter(Boolean),
    ...printedWhereRight(rows, style),
    ...(told.length === 0 ? whereToBegin(open, submission, style) : []),
    ...printed(submission, style),
    [...more(rows, told, style), beside(verdictLine(submission, style), origin, style), ''].join(
      '\n',
    ),
  ].join('\n\n')
}

/** A line for each check; in short, one for those that add nothing. */
function overviewOf(
  rows: readonly CheckReport[],
  told: readonly CheckReport[],
  style: Style,
): readonly string[] {
  if (style.all) return [overview(rows, told, style)]
  const { shown, folded } = foldChecks(rows, told)
  return [overview(shown, told, style), ...(folded.length > 0 ? [foldedLine(folded, style)] : [])]
}

/** What was judged, by whose exercises where they are not ours, and what went wrong in one sentence. */
function top(submission: SubmissionReport, said: string, style: Style): string {
  const { paint, width } = style
  const who = submission.student === null ? '' : `${submission.student}  `
  const packs = submission.checks.filter(isPackRow).map((row) => `\n${packLine(row, style)}`)
  const { exercise } = submission
  const heading = wrap(`${exercise}  ${submission.title}`, width)
  return [
    paint.bold(exercise) + heading.slice(exercise.length),
    paint.dim(`${who}${submission.file}`),
    ...packs,
    ...(said === '' ? [] : [paint.bold(unlikeVerdicts(`\n${wrap(said, width)}`).slice(1))]),
  ].join('\n')
}

/** On one line where there is room. */
function beside(verdict: string, origin: string, { width }: Style): string {
  if (origin === '') return `${verdict}\n`
  const fits = displayWidth(verdict + origin) + 2 <= width
  return `${verdict}${fits ? '  ' : '\n'}${origin}`
}

/** The checks of functions that nobody has begun, by function, apart from the others. */
function setAside(
  checks: readonly CheckReport[],
  unbegun: readonly string[] = [],
): [readonly CheckReport[], readonly (readonly CheckReport[])[]] {
  const isOpen = ({ function: name = '' }: CheckReport) => unbegun.includes(name)
  const open = unbegun.map((name) => checks.filter((check) => check.function === name))
  return [checks.filter((check) => !isOpen(check)), open.filter((group) => group.length > 0)]
}

/** What failed before what only warns. */
function inTurn(checks: readonly CheckReport[]): readonly CheckReport[] {
  const failed = checks.filter(({ status }) => needsTelling(status))
  return [...failed, ...checks.filter(({ warning }) => warning)]
}

/**
 * The failure that is told in full. Where an answer is no number at all, and nothing else in the source
 * says why, the compiler's word on it explains more than the numbers do.
 */
function firstOf(checks: readonly CheckReport[]): readonly CheckReport[] {
  const first = checks.find(({ status }) => needsTelling(status))
  if (first === undefined) return []
  const got = first.evidence.find(({ kind }) => kind === 'counterexample')
  const isNumber = got?.kind === 'counterexample' && typeof got.got === 'number'
  const isExplained = isNumber || noteOf(first)?.says !== undefined
  const types = isExplained ? [] : checks.filter(({ kind, warning }) => kind === 'types' && warning)
  return [...types, first]
}

/** How the rest is seen. */
function more(
  checks: readonly CheckReport[],
  told: readonly CheckReport[],
  { speak, paint, width }: Style,
): string[] {
  const count = inTurn(checks).length - told.length
  return count > 0 ? [paint.dim(wrap(speak('report.more', { count }), width))] : []
}

/** Before any verdict: it says what the verdicts are worth. */
function packLine(row: CheckReport, style: Style): string {
  return style.paint.yellow(wrap(`! ${sentence(row, style)}`, style.width))
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

/** What was asked for at single points, where nothing is wrong there. */
function printedWhereRight(rows: readonly CheckReport[], style: Style): string[] {
  return rows
    .filter(({ status, warning }) => status === 'passed' && !warning)
    .flatMap((check) => printedBlocks(check, style))
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

/** What the same verdict takes another time. */
function originText({ seed, backend }: RunReport, { paint, speak }: Style): string {
  return paint.dim(speak('report.seed', { seed, backend: `${backend.name} ${backend.version}` }))
}

function renderTotals(report: RunReport, style: Style): string {
  const { paint, speak } = style
  const { totals } = report
  const { passed, submissions: total, score, maxScore } = totals
  const points = speak('report.points', { score: score / POINT_SCALE, of: maxScore / POINT_SCALE })
  return `${paint.bold(speak('report.total', { passed, total }))}  ${points}  ${originText(report, style)}\n`
}
