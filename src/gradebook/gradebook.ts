import type { Exercise } from '../exercise.ts'
import type { Curve } from '../report/report.ts'
import type { Row } from './row.ts'

/** What a gradebook is made of. */
export interface GradebookInput {
  readonly title: string
  /** What graded, and with which seed. */
  readonly origin: string
  readonly exercises: readonly Exercise[]
  readonly submissions: readonly GradedSubmission[]
  /** Whose work has no verdict, and why. */
  readonly absent?: readonly Absent[]
  /** By exercise, what its starter is recognised by: that is nobody's own. */
  readonly starters?: ReadonlyMap<string, ReadonlySet<number>>
  /** The curves of a submission's failures, read from its report when a plot is wanted. */
  readonly curvesOf: (index: number) => readonly FunctionCurve[]
}

export interface Absent {
  readonly student: string
  readonly exercise: string
  readonly section?: string
  /** Such as missing or set-aside. */
  readonly state: string
  readonly why: string
}

export interface GradedSubmission {
  readonly student: string
  readonly exercise: string
  readonly section?: string
  /** What became of it, where that is not what its checks say, and the points that count. */
  readonly state?: string
  readonly score?: number
  readonly why?: string
  readonly late: boolean
  readonly file: string
  /** From the page to what the student reads. */
  readonly feedback: string
  readonly row: Row
}

export interface FunctionCurve {
  readonly function: string
  readonly curve: Curve
}

/** Submissions that belong together, by their places in the input. */
export interface Cluster {
  readonly kind: 'note' | 'behaviour' | 'likeness'
  readonly exercise: string
  /** The function in question; absent where it is the whole file. */
  readonly function?: string
  /** The note's id. */
  readonly note?: string
  readonly text: string
  readonly members: readonly number[]
}
