import { SIGNS } from '../../messages/signs.ts'
import { type CheckReport, POINT_SCALE, type SubmissionReport } from '../../report/report.ts'
import {
  asked,
  capitalised,
  eachNoteOnce,
  evidenceOrder,
  ownDerivative,
  sentence,
  unsaid,
} from '../../reporters/check-words.ts'
import { printedWords } from '../../reporters/printed-words.ts'
import { cleanText } from '../../text/clean-text.ts'
import { el } from './dom.ts'
import { evidenceView, type GoTo } from './evidence-view.ts'
import type { Speech } from './speech.ts'

/** The verdict in a line, for the eye and for a screen reader as it changes. */
export function verdictLine({ status, score, maxScore }: SubmissionReport, { speak }: Speech) {
  const words = {
    passed: ['✓', speak('report.passed')],
    failed: ['✗', speak('report.not-yet')],
    errored: ['!', speak('report.not-judged')],
    skipped: ['–', speak('report.not-shown')],
  } as const
  const [sign, word] = words[status]
  const points = maxScore > 0 ? ` ${pointsText({ score, maxScore }, speak)}` : ''
  return el(
    'span',
    { class: `word ${status}` },
    el('span', { 'aria-hidden': 'true' }, `${sign} `),
    el('strong', {}, word),
    points,
  )
}

function pointsText(worth: { score: number; maxScore: number }, speak: Speech['speak']): string {
  return speak('report.points', {
    score: worth.score / POINT_SCALE,
    of: worth.maxScore / POINT_SCALE,
  })
}

/** Every failure explained, the first one open; then a line for each check. */
export function verdictDetails(
  submission: SubmissionReport,
  speech: Speech,
  goTo: GoTo,
): readonly Node[] {
  const failed = submission.checks.filter(({ status }) => isTrouble(status))
  const warned = submission.checks.filter(({ warning }) => warning)
  const told = eachNoteOnce([...failed, ...warned])
  const articles = told.map((check, index) =>
    failure(check, { submission, speech, goTo, open: index === 0 && failed.length > 0 }),
  )
  return [...articles, overview(submission, speech), ...printed(submission, speech)]
}

function isTrouble(status: CheckReport['status']): boolean {
  return status === 'failed' || status === 'errored'
}

interface Telling {
  readonly submission: SubmissionReport
  readonly speech: Speech
  readonly goTo: GoTo
  readonly open: boolean
}

function failure(check: CheckReport, { submission, speech, goTo, open }: Telling): HTMLElement {
  const [message = '', ...more] = capitalised(sentence(check, speech), check).split('\n')
  const said = [asked(check, speech), message]
    .filter((text) => text !== '')
    .join(SIGNS[speech.locale].between)
  const evidence = evidenceOrder(check)
    .flatMap((kind) => check.evidence.filter((item) => item.kind === kind))
    .map((item) => evidenceView(unsaid(item, check), speech, goTo))
  const own = ownDerivative(check, submission.checks, speech)
  return el(
    'details',
    { class: `told ${toneOf(check)}`, open },
    el('summary', {}, mark(check, speech), ' ', check.title),
    el('p', {}, said),
    more.length > 0 ? el('pre', { tabindex: 0 }, cleanText(more.join('\n'))) : undefined,
    ...evidence,
    ...printedThere(check, speech),
    own === undefined ? undefined : el('p', {}, own),
  )
}

function overview(submission: SubmissionReport, speech: Speech): HTMLElement {
  const { checks } = submission
  const rows = checks.map((check) =>
    el(
      'li',
      {},
      el('span', { class: 'check' }, mark(check, speech), ' ', check.title),
      check.maxScore > 0 && check.status !== 'skipped'
        ? el('span', { class: 'quiet worth' }, pointsText(check, speech.speak))
        : undefined,
      isTrouble(check.status) || check.warning
        ? undefined
        : el('span', { class: 'quiet why' }, sentence(check, speech)),
    ),
  )
  return el(
    'details',
    { class: 'checks', open: submission.status === 'passed' },
    el('summary', {}, speech.speak('page.checks')),
    el('ul', {}, ...rows),
  )
}

function printedThere(check: CheckReport, { speak }: Speech): readonly Node[] {
  return printedWords(check, { speak, all: true }).flatMap(({ head, lines }) => [
    el('p', {}, head),
    el('pre', { dir: 'ltr', tabindex: 0 }, lines.join('\n')),
  ])
}

/** What the submission printed itself, set apart so that it cannot pass for a verdict. */
function printed({ output }: SubmissionReport, { speak }: Speech): readonly Node[] {
  if (output === undefined || output === '') return []
  const text = el('pre', { dir: 'ltr', tabindex: 0 }, cleanText(output).trimEnd())
  return [el('details', {}, el('summary', {}, speak('report.printed')), text)]
}

function toneOf({ status, warning }: CheckReport): string {
  return warning ? 'warned' : status
}

/** A sign that every font has, and its word for who does not see it. */
function mark(check: CheckReport, { speak }: Speech): Node {
  const { status, warning } = check
  const signs = { passed: '✓', failed: '✗', skipped: '–', errored: '!' }
  const words = {
    passed: speak('report.passed'),
    failed: speak('report.not-yet'),
    skipped: speak('report.not-judged'),
    errored: speak('report.not-judged'),
  }
  return el(
    'span',
    { class: `sign ${toneOf(check)}` },
    el('span', { 'aria-hidden': 'true' }, warning ? '!' : signs[status]),
    el('span', { class: 'unseen' }, words[status]),
  )
}
