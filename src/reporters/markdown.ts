import { failurePlot } from '../plot/failure.ts'
import { renderTerminal } from '../plot/terminal.ts'
import type { CheckReport, RunReport, SubmissionReport } from '../report/report.ts'
import { byteLength, cleanText } from '../text/clean-text.ts'
import { defineReporter } from './define-reporter.ts'
import { describeEvidence, describePrinted } from './describe-check.ts'
import { escapeMarkdown, markdownBlock, markdownCode } from './escape-markdown.ts'
import { formatPoints } from './format-value.ts'
import type { Say } from './in-language.ts'
import { wordsOfPlot } from './plot-words.ts'
import { checkWord, hiddenText, originText, pointsText, statusWord } from './words.ts'

const LONGEST_OUTPUT = 10_000

/** In dots of braille, since no page of Markdown shows an SVG inside it. */
const PLOT = { width: 72, height: 16, colors: 0 } as const

export const reporter = defineReporter({
  name: 'markdown',
  printedAs: 'text',
  summary: 'GitHub-flavoured Markdown, for a comment, a release or a page.',
  audience: 'student',
  render: (report, _, say) => renderMarkdown(report, Infinity, say),
})

/** The report in at most so many bytes of UTF-8: what does not fit is counted instead of shown. */
export function renderMarkdown(report: RunReport, limit: number, say: Say): string {
  const foot = `<sub>${escapeMarkdown(originText(report, say))}</sub>`
  const sections = report.submissions.length === 1 ? [] : [overview(report, say)]
  sections.push(...report.submissions.flatMap((one) => sectionsOf(one, say)))
  return join(sections, { foot, limit, say })
}

interface Bounds {
  readonly foot: string
  readonly limit: number
  readonly say: Say
}

function join(sections: readonly string[], { foot, limit, say }: Bounds): string {
  // Room for the foot and for the line that says what is missing.
  let left = limit - byteLength(foot) - 200
  const kept: string[] = []
  for (const section of sections) {
    left -= byteLength(section) + 2
    if (left < 0) break
    kept.push(section)
  }
  const missing = sections.length - kept.length
  const note = `*${say(`The report is longer than may be shown here: ${missing} more sections.`)}*`
  return `${[...kept, ...(missing > 0 ? [note] : []), foot].join('\n\n')}\n`
}

function overview({ submissions, totals }: RunReport, say: Say): string {
  const rows = submissions.map((submission) => {
    const { student, exercise, title, score, maxScore } = submission
    return [
      statusWord(submission, say),
      ...(student === null ? [] : [escapeMarkdown(student)]),
      escapeMarkdown(`${exercise}${say(': ')}${title}`),
      `${formatPoints(score)} / ${formatPoints(maxScore)}`,
    ].join(' | ')
  })
  const columns = submissions.every(({ student }) => student === null)
    ? ['Result', 'Exercise', 'Points']
    : ['Result', 'Student', 'Exercise', 'Points']
  return [
    `# ${say(`${totals.passed} of ${totals.submissions} passed`)}${say(', ')}${pointsText(totals, say)}`,
    '',
    `| ${columns.map(say).join(' | ')} |`,
    `|${' --- |'.repeat(columns.length)}`,
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}

/** The table of a submission's checks, then what there is to say of each. */
function sectionsOf(submission: SubmissionReport, say: Say): string[] {
  const { checks, output } = submission
  const told = checks.filter(
    ({ status, warning }) => status === 'failed' || status === 'errored' || warning,
  )
  return [
    table(submission, say),
    ...told.map((check) => detail(check, say)),
    ...checks
      .filter((check) => !told.includes(check))
      .flatMap((check) => printedWhereRight(check, say)),
    ...(output
      ? [`#### ${say('What it printed')}\n\n${markdownBlock(cleanText(output, LONGEST_OUTPUT))}`]
      : []),
  ]
}

/** What was asked for at single points. */
function printedWhereRight(check: CheckReport, say: Say): string[] {
  const lines = describePrinted(check, say)
  return lines.length === 0 ? [] : [markdownBlock(lines.join('\n'))]
}

function table(submission: SubmissionReport, say: Say): string {
  const { exercise, title, student, file, checks } = submission
  const by = student === null ? '' : say(` by ${escapeMarkdown(student)}`)
  const hidden = hiddenText(submission, say)
  const rows = checks.map(
    (check) => `| ${checkWord(check, say)} | ${titleCell(check)} | ${pointsCell(check)} |`,
  )
  return [
    `## ${escapeMarkdown(`${exercise}${say(': ')}${title}`)}`,
    '',
    `${statusWord(submission, say)}${say(', ')}**${pointsText(submission, say)}**${say(` for ${markdownCode(file)}`)}${by}${say('.')}` +
      (hidden === undefined ? '' : ` ${hidden}`),
    '',
    `| ${['Result', 'Check', 'Points'].map(say).join(' | ')} |`,
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

function detail(check: CheckReport, say: Say): string {
  const evidence = describeEvidence(check, say)
  const plot = failurePlot(check, wordsOfPlot(say))
  return [
    `### ${checkWord(check, say)}${say(': ')}${escapeMarkdown(check.title)}`,
    escapeMarkdown(cleanText(check.message, 4000)),
    ...(evidence.length === 0 ? [] : [markdownBlock(evidence.join('\n'))]),
    ...(plot === undefined ? [] : [markdownBlock(renderTerminal(plot, PLOT))]),
  ].join('\n\n')
}
