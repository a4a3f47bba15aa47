import { failurePlot } from '../plot/failure.ts'
import { renderSvg } from '../plot/svg.ts'
import type { CheckReport, RunReport, SubmissionReport } from '../report/report.ts'
import { defineReporter } from './define-reporter.ts'
import { describePrinted } from './describe-check.ts'
import { escapeHtml } from './escape-html.ts'
import { formatPoints } from './format-value.ts'
import { evidenceHtml } from './html-evidence.ts'
import { STYLE } from './html-style.ts'
import { knownLocale, type Say } from './in-language.ts'
import { wordsOfPlot } from './plot-words.ts'
import { isPackRow } from './show-pack.ts'
import {
  hasHidden,
  hiddenText,
  originText,
  plainWord,
  pointsText,
  statusText,
  type Tone,
  toneOf,
} from './words.ts'

export const reporter = defineReporter({
  name: 'html',
  summary: 'One page without scripts or network, for any browser, in light or dark.',
  render: (report, { locale }, say) =>
    [
      '<!doctype html>',
      `<html lang="${knownLocale(locale)}">`,
      head(report, say),
      '<body>',
      `<a class="skip" href="#results">${say('Skip to the results')}</a>`,
      header(report, say),
      '<main id="results">',
      ...report.submissions.map((submission, index, { length }) =>
        section(submission, { index, level: length === 1 ? 'h1' : 'h2', say }),
      ),
      '</main>',
      `<footer class="quiet">${escapeHtml(originText(report, say))}</footer>`,
      '</body>',
      '</html>\n',
    ].join('\n'),
})

/** Nothing may be loaded or run, whatever a mistake of ours might let through. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

function head(report: RunReport, say: Say): string {
  return `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(heading(report, say))}</title>
<style>${STYLE}</style>
</head>`
}

function heading({ submissions, totals }: RunReport, say: Say): string {
  const [only] = submissions
  if (only === undefined || submissions.length > 1) {
    return `${say(`${totals.passed} of ${totals.submissions} passed`)}${say(', ')}${pointsText(totals, say)}`
  }
  return `${only.exercise}${say(': ')}${only.title}`
}

/** One submission is the page itself; several are listed first. */
function header(report: RunReport, say: Say): string {
  if (report.submissions.length === 1) return ''
  return `<header><h1>${escapeHtml(heading(report, say))}</h1>${overview(report, say)}</header>`
}

function overview({ submissions }: RunReport, say: Say): string {
  const rows = submissions.map((submission, index) => {
    const { student, exercise, title } = submission
    const name = [student, `${exercise}${say(': ')}${title}`]
      .filter((it) => it !== null)
      .join(say(', '))
    const link = `<a href="#s${index}">${escapeHtml(name)}</a>`
    return `<tr><th scope="row">${link}</th><td>${statusWord(submission, say)}</td><td class="number">${points(submission)}</td></tr>`
  })
  return table(['Submission', 'Result', 'Points'].map(say), rows)
}

interface Placed {
  readonly index: number
  readonly level: 'h1' | 'h2'
  readonly say: Say
}

function section(submission: SubmissionReport, { index, level, say }: Placed): string {
  const { exercise, title, student, file, checks, output } = submission
  const worth = `<strong>${pointsText(submission, say)}</strong>`
  const whose = student === null ? '' : say(` by ${escapeHtml(student)}`)
  const of = say(` for <code>${escapeHtml(file)}</code>`)
  const hidden = hiddenText(submission, say)
  const below = level === 'h1' ? 'h2' : 'h3'
  return [
    `<section id="s${index}" aria-labelledby="s${index}-title">`,
    `<${level} id="s${index}-title">${escapeHtml(`${exercise}${say(': ')}${title}`)}</${level}>`,
    `<p>${statusWord(submission, say)}${say(', ')}${worth}${of}${whose}${say('.')}${hidden === undefined ? '' : ` ${hidden}`}</p>`,
    table(
      ['Check', 'Result', 'Points'].map(say),
      checks.map((check, position) => row(check, `s${index}c${position}`, say)),
    ),
    ...checks.map((check, position) =>
      isTold(check) ? article(check, { id: `s${index}c${position}`, level: below, say }) : '',
    ),
    ...checks.filter((check) => !isTold(check)).map((check) => printedHtml(check, say)),
    output
      ? `<details><summary>${say('What it printed')}</summary><pre tabindex="0">${escapeHtml(output)}</pre></details>`
      : '',
    '</section>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function statusWord(submission: SubmissionReport, say: Say): string {
  const { status } = submission
  const tone = status === 'skipped' && hasHidden(submission) ? 'hidden' : status
  return word(tone, say(statusText(submission)))
}

/** What needs a word more than its row in the table. */
function isTold({ status, warning }: CheckReport): boolean {
  return status === 'failed' || status === 'errored' || warning === true
}

function row(check: CheckReport, id: string, say: Say): string {
  const title = escapeHtml(check.title)
  const name = isTold(check) ? `<a href="#${id}">${title}</a>` : title
  const why =
    isTold(check) || isPackRow(check)
      ? ''
      : `<br><span class="quiet">${escapeHtml(check.message)}</span>`
  return `<tr><th scope="row">${name}${why}</th><td>${word(toneOf(check), say(plainWord(check)))}</td><td class="number">${points(check)}</td></tr>`
}

interface Told {
  readonly id: string
  readonly level: 'h2' | 'h3'
  readonly say: Say
}

function article(check: CheckReport, { id, level, say }: Told): string {
  return [
    `<article id="${id}" class="told-${toneOf(check)}" aria-labelledby="${id}-title">`,
    `<${level} id="${id}-title">${escapeHtml(check.title)}</${level}>`,
    `<p>${escapeHtml(check.message)}</p>`,
    plot(check, id, say),
    ...check.evidence.map((piece) => evidenceHtml(piece, check.message, say)),
    printedHtml(check, say),
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** What its function printed there. */
function printedHtml(check: CheckReport, say: Say): string {
  const [head, ...lines] = describePrinted(check, say)
  if (head === undefined) return ''
  return `<p>${escapeHtml(head)}</p><pre tabindex="0">${escapeHtml(lines.join('\n'))}</pre>`
}

function plot(check: CheckReport, id: string, say: Say): string {
  const found = failurePlot(check, wordsOfPlot(say))
  if (found === undefined) return ''
  return renderSvg(found, { width: 360, height: 280, theme: 'auto', id: `${id}-plot` }).trim()
}

/** Signs that every font has; the colour says the same, and the word says it to everybody. */
const SIGNS: Readonly<Record<Tone, string>> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  errored: '!',
  warned: '!',
  hidden: '–',
  rule: '–',
}

function word(tone: Tone, text: string): string {
  return `<span class="word ${tone}"><span aria-hidden="true">${SIGNS[tone]}</span> ${text}</span>`
}

function points(scored: { kind?: string; score: number; maxScore: number }): string {
  if (scored.kind === 'adjustment') return formatPoints(scored.score)
  if (scored.maxScore === 0) return ''
  return `${formatPoints(scored.score)} / ${formatPoints(scored.maxScore)}`
}

function table(columns: readonly string[], rows: readonly string[]): string {
  const heads = columns.map((name, index) => {
    const kind = index === columns.length - 1 ? ' class="number"' : ''
    return `<th scope="col"${kind}>${name}</th>`
  })
  return `<div class="scroll"><table>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`
}
