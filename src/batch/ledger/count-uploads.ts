import { adjustmentsFor } from '../../course/apply-policy.ts'
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
  readonly score: number
  readonly adjustments: readonly Adjustment[]
  readonly why: readonly string[]
}

interface Weighed extends Counted {
  readonly upload: Judged
}

/**
 * Which of somebody's uploads count, each under the course's rules. What could not be judged by a
 * fault that is not theirs is no attempt, unless there is nothing else.
 */
export function countUploads(uploads: readonly Judged[], rules: CellRules | undefined): Counted {
  const fair = uploads.filter(({ result }) => result.entry.row.status !== 'errored')
  const attempts = fair.length > 0 ? fair : uploads
  const weighed = attempts.map((upload, index) => weigh(upload, index + 1, rules))
  const counted = choose(weighed, rules?.counts ?? 'last')
  const spared = uploads.length - attempts.length
  const told = spared > 0 ? [`${spared} of ${uploads.length} uploads could not be judged`] : []
  const missing = unseen(weighed, rules?.counts ?? 'last')
  return { ...counted, why: [...told, ...missing, ...counted.why] }
}

function weigh(upload: Judged, attempt: number, rules: CellRules | undefined): Weighed {
  const { result, handed } = upload
  const earned = result.entry.row.score
  const plain = { upload, result, score: earned, adjustments: [], why: [] }
  if (rules === undefined || result.entry.row.status === 'errored') return plain
  const { late: _, ...withoutLateness } = rules.rules
  const adjustments = adjustmentsFor(earned, rules.takesLateness ? rules.rules : withoutLateness, {
    ...timeOf(handed, rules.clock),
    attempt: attempt + (handed.earlier ?? 0),
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
  const earlier = Math.max(0, ...weighed.map(({ upload }) => upload.handed.earlier ?? 0))
  if (earlier === 0 || counts === 'last') return []
  const what = earlier === 1 ? '1 earlier upload is' : `${earlier} earlier uploads are`
  return [`${what} not in the download: what is here counts, whatever the rule (${counts})`]
}

function choose(weighed: readonly Weighed[], counts: Counting): Counted {
  const first = weighed[0] as Weighed
  const last = weighed.at(-1) as Weighed
  if (weighed.length === 1) return first
  const chosen = { first, last, best: best(weighed), average: last }[counts]
  const what = `upload ${weighed.indexOf(chosen) + 1} of ${weighed.length}`
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

/** Of equals the earliest. */
function best(weighed: readonly Weighed[]): Weighed {
  return weighed.reduce((one, other) => (other.score > one.score ? other : one))
}
