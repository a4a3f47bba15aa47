import { adjustmentsFor, laterAttempts } from '../../course/apply-policy.ts'
import { instantOn } from '../../course/clock.ts'
import type { Counting, Rules } from '../../course/course.ts'
import type { Adjustment } from '../../report/report.ts'
import type { BatchResult } from '../run-batch.ts'
import type { Judged } from './hand-in.ts'

/** The rules that hold for one person and exercise. */
export interface CellRules {
  readonly rules: Rules
  readonly counts: Counting
  /** Whose clock times without a zone are. */
  readonly clock?: string | undefined
  /** Whether lateness is taken here; where the platform takes it, it is never taken twice. */
  readonly takesLateness: boolean
  /** Whether the due time is the course's: only by that can a platform know who is late. */
  readonly isCoursesDue: boolean
}

export interface Counted {
  readonly result: BatchResult
  /** Why nothing is known of what counts: a file that could not be read may hold a right answer. */
  readonly unread?: string | undefined
  readonly score: number
  readonly adjustments: readonly Adjustment[]
  readonly why: readonly string[]
}

interface Weighed extends Counted {
  readonly upload: Judged
}

/** Somebody's uploads, by whether the course's rules let them count. */
export interface Attempts {
  /** At least one of these, or what counts is not in the download. */
  readonly within: readonly Judged[]
  /** What came after as many attempts as count. */
  readonly beyond: readonly Judged[]
  /** What could not be judged by a fault that is not theirs is no attempt, unless there is no other. */
  readonly spoiled: number
  /** How many attempts were made, with those that the download does not hold. */
  readonly made: number
}

export function attemptsOf(uploads: readonly Judged[], rules: CellRules | undefined): Attempts {
  const fair = uploads.filter(({ result }) => result.entry.row.status !== 'errored')
  if (fair.length === 0) return { within: uploads, beyond: [], spoiled: 0, made: uploads.length }
  const most = rules?.rules.attempts ?? Number.POSITIVE_INFINITY
  const numbered = fair.map((one, index) => ({ one, number: index + 1 + earlierThan(one) }))
  const held = (counts: boolean) =>
    numbered.flatMap(({ one, number }) => (number <= most === counts ? one : []))
  return {
    within: held(true),
    beyond: held(false),
    spoiled: uploads.length - fair.length,
    made: numbered.at(-1)?.number ?? 0,
  }
}

function earlierThan({ handed }: Judged): number {
  return handed.earlier ?? 0
}

/** Which of the uploads that may count does, each under the course's rules. */
export function countUploads(attempts: Attempts, rules: CellRules | undefined): Counted {
  const { within, beyond, spoiled, made } = attempts
  const weighed = within.map((upload) => weigh(upload, rules))
  const uploads = within.length + beyond.length + spoiled
  const counted = choose(weighed, within.length + beyond.length, rules?.counts ?? 'last')
  const told = spoiled > 0 ? [`${spoiled} of ${uploads} uploads could not be judged`] : []
  const missing = unseen(weighed, rules?.counts ?? 'last')
  const unread = unreadIn(weighed, counted, rules?.counts ?? 'last')
  const later = beyond.length > 0 ? [laterAttempts(made, rules?.rules.attempts ?? made)] : []
  const files = beyond.map(({ handed }) => handed.file.shown)
  return {
    ...counted,
    unread,
    adjustments: [...later, ...counted.adjustments],
    why: [
      ...told,
      ...unreadBeside(weighed, counted, rules?.counts ?? 'last'),
      ...later.map(({ text }) => `${text} ${files.join(', ')}`),
      ...missing,
      ...counted.why,
    ],
  }
}

/** What could not be read, where it counts. */
function unreadIn(weighed: readonly Weighed[], { result }: Counted, counts: Counting) {
  const counted = counts === 'average' ? weighed.map((one) => one.result) : [result]
  return counted.map(whyUnread).find((why) => why !== undefined)
}

/** The best of what could be read may be beaten by what could not. */
function unreadBeside(weighed: readonly Weighed[], { result }: Counted, counts: Counting) {
  if (counts !== 'best' || whyUnread(result) !== undefined) return []
  return weighed.flatMap((one) => whyUnread(one.result) ?? [])
}

/** A file that the machine could not read is our fault, and told as one. */
function whyUnread({ entry, unreadable }: BatchResult): string | undefined {
  return entry.row.status === 'errored' ? undefined : unreadable
}

function weigh(upload: Judged, rules: CellRules | undefined): Weighed {
  const { result, handed } = upload
  const earned = result.entry.row.score
  const plain = { upload, result, score: earned, adjustments: [], why: [] }
  if (rules === undefined || result.entry.row.status === 'errored') return plain
  const { late: _, ...withoutLateness } = rules.rules
  const adjustments = adjustmentsFor(earned, rules.takesLateness ? rules.rules : withoutLateness, {
    ...timeOf(handed, rules.clock),
    ...(handed.late && rules.isCoursesDue && { markedLate: true }),
  })
  const score = earned + adjustments.reduce((sum, one) => sum + one.score, 0)
  return { ...plain, score, adjustments, why: adjustments.map(({ text }) => text) }
}

function timeOf({ at, localTime, committedAt }: Judged['handed'], clock: string | undefined) {
  if (at !== undefined) return { submittedAt: at }
  if (localTime === undefined) return committedAt === undefined ? {} : { committedAt }
  return clock === undefined ? { localTime } : { submittedAt: instantOn(clock, localTime) }
}

/** Of uploads that the download does not hold, none can be the best. */
function unseen(weighed: readonly Weighed[], counts: Counting): string[] {
  const earlier = Math.max(0, ...weighed.map(({ upload }) => earlierThan(upload)))
  if (earlier === 0 || counts === 'last') return []
  const what = earlier === 1 ? '1 earlier upload is' : `${earlier} earlier uploads are`
  return [`${what} not in the download: what is here counts, whatever the rule (${counts})`]
}

function choose(weighed: readonly Weighed[], uploads: number, counts: Counting): Counted {
  const first = weighed[0] as Weighed
  const last = weighed.at(-1) as Weighed
  if (uploads === 1) return first
  const chosen = { first, last, best: best(weighed), average: last }[counts]
  const what = `upload ${weighed.indexOf(chosen) + 1} of ${uploads}`
  if (counts !== 'average') return { ...chosen, why: [`${what} counts (${counts})`, ...chosen.why] }
  const mean = Math.round(weighed.reduce((sum, { score }) => sum + score, 0) / weighed.length)
  const text = `The average of ${weighed.length} uploads counts.`
  const average: Adjustment = { id: 'average', text, score: mean - last.score }
  return {
    ...last,
    score: mean,
    adjustments: [...last.adjustments, average],
    why: [text, ...last.why],
  }
}

/** Of equals the earliest, and one that could be read. */
function best(weighed: readonly Weighed[]): Weighed {
  const read = weighed.filter(({ result }) => whyUnread(result) === undefined)
  const among = read.length > 0 ? read : weighed
  return among.reduce((one, other) => (other.score > one.score ? other : one))
}
