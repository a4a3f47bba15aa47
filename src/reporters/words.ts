import type { Locale } from '../messages/catalogue.ts'
import { render } from '../messages/render.ts'
import type { CheckReport, RunReport, Status, SubmissionReport } from '../report/report.ts'
import { cleanLine } from '../text/clean-text.ts'
import { ended } from './check-words.ts'
import { formatPoints } from './format-value.ts'
import type { Say } from './in-language.ts'
import { packMessage } from './show-pack.ts'

/** A sign and a word for each status: colour and pictures alone tell some readers nothing. */
const STATUS_WORDS: Readonly<Record<Status, string>> = {
  passed: '✅ passed',
  failed: '❌ failed',
  skipped: '🔒 not shown',
  errored: '⚠️ not judged',
}

/** The same in words alone, of a whole submission: where nothing of it is hidden, nothing was judged. */
export function statusText({ status, checks }: SubmissionReport): string {
  if (status === 'skipped') return hasHidden({ checks }) ? 'not shown' : 'not judged'
  return status === 'errored' ? 'not judged' : status
}

/** Of a whole submission: where nothing of it is hidden, nothing was there to be judged. */
export function statusWord({ status, checks }: SubmissionReport, say: Say): string {
  const unjudged = status === 'skipped' && !hasHidden({ checks })
  return say(unjudged ? '⏭️ not judged' : STATUS_WORDS[status])
}

export function hasHidden({ checks }: Pick<SubmissionReport, 'checks'>): boolean {
  return checks.some(({ kind }) => kind === 'hidden')
}

export function checkWord(check: CheckReport, say: Say): string {
  return `${SIGNS[toneOf(check)]} ${say(plainWord(check))}`
}

/** The word alone. */
export function plainWord({ kind, status, warning }: CheckReport): string {
  if (kind === 'adjustment') return 'course rule'
  if (kind === 'hidden') return 'hidden'
  if (kind === 'pack') return 'other exercises'
  if (warning) return 'passed with a warning'
  return status === 'errored' ? 'not judged' : status
}

export type Tone = Status | 'warned' | 'hidden' | 'rule'

/** How a check is to look. */
export function toneOf({ kind, status, warning }: CheckReport): Tone {
  if (kind === 'adjustment') return 'rule'
  if (kind === 'hidden') return 'hidden'
  if (kind === 'pack') return 'warned'
  return warning ? 'warned' : status
}

const SIGNS: Readonly<Record<Tone, string>> = {
  passed: '✅',
  failed: '❌',
  skipped: '⏭️',
  errored: '⚠️',
  warned: '⚠️',
  hidden: '🔒',
  rule: '📅',
}

/** `3.5 of 7.5 points` */
export function pointsText(
  { score, maxScore }: { score: number; maxScore: number },
  say: Say,
): string {
  return say(
    `${formatPoints(score)} of ${formatPoints(maxScore)} ${maxScore === 100 ? 'point' : 'points'}`,
  )
}

/** Said wherever a subtotal stands in for the total. */
export function hiddenText({ checks }: SubmissionReport, say: Say): string | undefined {
  const hidden = checks.filter(({ kind }) => kind === 'hidden').length
  if (hidden === 0) return undefined
  return say(
    hidden === 1
      ? '1 hidden check counts too and is not in these points.'
      : `${hidden} hidden checks count too and are not in these points.`,
  )
}

/** By whose exercises it was judged, as a sentence; undefined for the built-in ones. */
export function packText(
  report: Pick<RunReport, 'pack'>,
  locale: Locale = 'en',
): string | undefined {
  const says = packMessage(report)
  return says && ended(capitalised(cleanLine(render(says, locale), 400)))
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** What made the report, for its foot. */
export function originText(
  { tool, backend, node, seed }: Omit<RunReport, 'submissions' | 'totals'>,
  say: Say,
): string {
  return say(
    `mlp-check ${tool.version}, ${backend.name} ${backend.version}, Node ${node}, seed ${seed}`,
  )
}
