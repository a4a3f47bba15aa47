import { failurePlot } from '../plot/failure.ts'
import { renderTerminal } from '../plot/terminal.ts'
import type { CheckReport, RunReport, SubmissionReport } from '../report/report.ts'
import { byteLength, cleanText } from '../text/clean-text.ts'
import { defineReporter } from './define-reporter.ts'
import { describeEvidence, describePrinted } from './describe-check.ts'
import { escapeMarkdown, markdownBlock, markdownCode } from './escape-markdown.ts'
import { formatPoints } from './format-value.ts'
import { checkWord, hiddenText, originText, pointsText, STATUS_WORDS } from './words.ts'

const LONGEST_OUTPUT = 10_000

/** In dots of braille, since no page of Markdown shows an SVG inside it. */
const PLOT = { width: 72, height: 16, colors: 0 } as const

export const reporter = defineReporter({
  name: 'markdown',
  printedAs: 'text',
  summary: 'GitHub-flavoured Markdown, for a comment, a release or a page.',
  audience: 'student',
  render: (report) => renderMarkdown(report, Infinity),
})

/** The report in at most so many bytes of UTF-8: what does not fit is counted instead of shown. */
export function renderMarkdown(report: RunReport, limit: number): string {
  const foot = `<sub>${escapeMarkdown(originText(report))}</sub>`
  const sections = report.submissions.length === 1 ? [] : [overview(report)]
  sections.push(...report.submissions.flatMap(sectionsOf))
  return join(sections, foot, limit)
}

function join(sections: readonly string[], foot: string, limit: number): string {
  // Room for the foot and for the line that says what is missing.
  let left = limit - byteLength(foot) - 200
  const kept: string[] = []
  for (const section of sections) {
    left -= byteLength(section) + 2
    if (left < 0) break
    kept.push(section)
  }
  const missing = sections.length - kept.length
  const note = `*The report is longer than may be shown here: ${missing} more sections.*`
  return `${[...kept, ...(missing > 0 ? [note] : []), foot].join('\n\n')}\n`
}

function overview({ submissions, totals }: RunReport): string {
  const rows = submissions.map(({ student, exercise, title, status, score, maxScore }) =>
    [
      STATUS_WORDS[status],
      ...(student === null ? [] : [escapeMarkdown(student)]),
      escapeMarkdown(`${exercise}: ${title}`),
      `${formatPoints(score)} / ${formatPoints(maxScore)}`,
    ].join(' | '),
  )
  const columns = submissions.every(({ student }) => student === null)
    ? ['Result', 'Exercise', 'Points']
    : ['Result', 'Student', 'Exercise', 'Points']
  return [
    `# ${totals.passed} of ${totals.submissions} passed, ${pointsText(totals)}`,
    '',
    `| ${columns.join(' | ')} |`,
    `|${' --- |'.repeat(columns.length)}`,
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}

/** The table of a submission's checks, then what there is to say of each. */
function sectionsOf(submission: SubmissionReport): string[] {
  const { checks, output } = submission
  const told = checks.filter(
    ({ status, warning }) => status === 'failed' || status === 'errored' || warning,
  )
  return [
    table(submission),
    ...told.map(detail),
    ...checks.filter((check) => !told.includes(check)).flatMap(printedWhereRight),
    ...(output
      ? [`#### What it printed\n\n${markdownBlock(cleanText(output, LONGEST_OUTPUT))}`]
      : []),
  ]
}

/** What was asked for at single points. */
function printedWhereRight(check: CheckReport): string[] {
  const lines = describePrinted(check)
  return lines.length === 0 ? [] : [markdownBlock(lines.join('\n'))]
}

function table(submission: SubmissionReport): string {
  const { exercise, title, student, file, status, checks } = submission
  const by = student === null ? '' : ` by ${escapeMarkdown(student)}`
  const hidden = hiddenText(submission)
  const rows = checks.map(
    (check) => `| ${checkWord(check)} | ${titleCell(check)} | ${pointsCell(check)} |`,
  )
  return [
    `## ${escapeMarkdown(`${exercise}: ${title}`)}`,
    '',
    `${STATUS_WORDS[status]}, **${pointsText(submission)}** for ${markdownCode(file)}${by}.` +
      (hidden === undefined ? '' : ` ${hidden}`),
    '',
    '| Result | Check | Points |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** Of what was skipped there is no section below, so its sentence stands here. */
function titleCell({ status, title, message }: CheckReport): string {
  const why = status === 'skipped' && message !== '' ? ` (${message})` : ''
  return escapeMarkdown(`${title}${why}`)
}

function pointsCell({ kind, score, maxScore }: CheckReport): string {
  if (kind === 'adjustment') return formatPoints(score)
  return maxScore === 0 ? '' : `${formatPoints(score)} / ${formatPoints(maxScore)}`
}

function detail(check: CheckReport): string {
  const evidence = describeEvidence(check)
  const plot = failurePlot(check)
  return [
    `### ${checkWord(check)}: ${escapeMarkdown(check.title)}`,
    escapeMarkdown(cleanText(check.message, 4000)),
    ...(evidence.length === 0 ? [] : [markdownBlock(evidence.join('\n'))]),
    ...(plot === undefined ? [] : [markdownBlock(renderTerminal(plot, PLOT))]),
  ].join('\n\n')
}
