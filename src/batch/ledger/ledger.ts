import type { Exercise } from '../../exercise.ts'
import type { Adjustment, Message } from '../../report/report.ts'
import type { Student } from '../inventory.ts'
import type { Enrolled } from '../people/roster.ts'
import type { BatchResult } from '../run-batch.ts'
import type { Override } from './overrides.ts'
import type { State } from './state.ts'

/** Everybody's grades: one line for each person, enrolled or not. */
export interface Ledger {
  /** Who is enrolled, in the order of the list; then the others. */
  readonly lines: readonly GradeLine[]
  /** What a human must settle before it counts for anybody. */
  readonly doubts: readonly Doubt[]
  /** What else whoever grades must know. */
  readonly remarks: readonly Message[]
}

export interface GradeLine {
  /** What tells the line from others, also from run to run. */
  readonly key: string
  readonly student: Student
  readonly enrolled: Enrolled | undefined
  readonly cells: ReadonlyMap<string, GradeCell>
  /** Hundredths of a point under the course's weights and drops; null where all is excused. */
  readonly total: Total
}

export interface Total {
  readonly score: number
  readonly maxScore: number
  /** Exercises that are left out as the lowest. */
  readonly dropped: readonly string[]
}

/** One person's grade for one exercise. */
export interface GradeCell {
  readonly state: State
  /** Hundredths of a point. */
  readonly score: number
  readonly maxScore: number
  /** Why it is so, where the state alone does not say. */
  readonly why: readonly string[]
  /** What of it the person may read: nothing of other people's files. */
  readonly told: readonly string[]
  /** The upload that counts, or the latest of those that are averaged. */
  readonly result?: BatchResult
  /** What the course's rules give or take. */
  readonly adjustments: readonly Adjustment[]
  readonly override?: Override
  /** How many uploads were judged. */
  readonly uploads: number
}

/** A hand-in that counts for nobody until it is said whose it is, or whether it counts. */
export interface Doubt {
  readonly file: string
  readonly student: Student
  readonly exercise: string
  readonly why: string
  readonly candidates: readonly Enrolled[]
}

export function pointsOf({ checks }: Exercise): number {
  return checks.reduce((sum, { points }) => sum + points, 0)
}
