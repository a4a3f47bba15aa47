import type { Exercise } from '../exercise.ts'
import type { Curve } from '../report/report.ts'
import type { Row } from './row.ts'

/** What a gradebook is made of. */
export interface GradebookInput {
  readonly title: string
  /** What graded, and with which seed. */
  readonly origin: string
  /** How totals are made of points, a sentence each. */
  readonly rules: readonly string[]
  readonly exercises: readonly Exercise[]
  readonly people: readonly GradebookPerson[]
  /** By exercise, what its starter is recognised by: that is nobody's own. */
  readonly starters?: ReadonlyMap<string, ReadonlySet<number>>
  /** The curves of an answer's failures, read from its report when a plot is wanted. */
  readonly curvesOf: (cell: PersonCell) => readonly FunctionCurve[]
  /** From the page to what like answers have in common, side by side. */
  readonly evidenceOf?: (cluster: Cluster) => string | undefined
}

/** One row: a person, or whoever else a download names. */
export interface GradebookPerson {
  /** What tells the row from others, also from run to run. */
  readonly key: string
  readonly name: string
  /** What tells the person from others of the name; empty where nothing does. */
  readonly id: string
  readonly sections: readonly string[]
  /** Hundredths of a point, under the course's rules. */
  readonly total: { readonly score: number; readonly maxScore: number }
  /** Exercises that the total leaves out as the lowest. */
  readonly dropped: readonly string[]
  /** From the page to what the person reads; empty where there is nothing to read. */
  readonly feedback: string
  /** By exercise. */
  readonly cells: ReadonlyMap<string, PersonCell>
}

export interface PersonCell {
  /** One of the seven states. */
  readonly state: string
  /** Hundredths of a point: those that count. */
  readonly score: number
  readonly maxScore: number
  readonly why: string
  readonly late: boolean
  /** The answer that counts; empty where there is none. */
  readonly file: string
  readonly row?: Row
}

/** An answer that has a verdict, in the row of one whose it is. */
export interface GradedSubmission {
  /** The place of the person. */
  readonly person: number
  readonly exercise: string
  readonly cell: PersonCell
  readonly row: Row
}

/** A group's answer is in the row of each member. */
export function submissionsOf({ people }: Pick<GradebookInput, 'people'>): GradedSubmission[] {
  return people.flatMap(({ cells }, person) =>
    [...cells].flatMap(([exercise, cell]) =>
      cell.row === undefined ? [] : [{ person, exercise, cell, row: cell.row }],
    ),
  )
}

export interface FunctionCurve {
  readonly function: string
  readonly curve: Curve
}

/** Submissions that belong together, by their places among the submissions. */
export interface Cluster {
  readonly kind: 'note' | 'behaviour' | 'likeness'
  readonly exercise: string
  /** The function in question; absent where it is the whole file. */
  readonly function?: string
  /** The note's id. */
  readonly note?: string
  readonly text: string
  readonly members: readonly number[]
  /** Of like code, what joins all of it: the most alike first. */
  readonly pairs?: readonly LikePair[]
}

interface LikePair {
  readonly one: number
  readonly other: number
  readonly text: string
}
