import type { CheckReport } from '../report/report.ts'

/** A course's own rules, as they are used: validated, times as instants. */
export interface Course {
  /** Rules of single exercises win over those of the course. */
  readonly rules: Rules
  readonly exercises: { readonly [exercise: string]: ExerciseRules }
  /** Of sections, and of people by an id, an e-mail address or a name of the class list. */
  readonly sections?: { readonly [section: string]: Exceptions }
  readonly people?: { readonly [person: string]: Exceptions }
  /** Who takes points for lateness: where it is not said, nobody in a batch may. */
  readonly latenessBy?: LatenessBy | undefined
  readonly counts?: Counting | undefined
  /** Whose clock a platform's times without a zone are: an offset, or a zone by its name. */
  readonly clock?: string | undefined
  /** How many of the lowest exercises are left out of a total. */
  readonly dropLowest?: number | undefined
}

type LatenessBy = 'mlp-check' | 'platform'

/** Which of several uploads counts. */
export type Counting = 'best' | 'last' | 'first' | 'average'

export interface ExerciseRules extends Rules {
  /** What the exercise counts in a total, beside others; 1 where it is not said. */
  readonly weight?: number | undefined
  readonly counts?: Counting | undefined
}

/** What holds for some people only: other times, and other rules for lateness. */
export interface Exceptions extends Pick<Rules, 'due' | 'late' | 'attempts'> {
  readonly exercises?:
    | { readonly [exercise: string]: Pick<Rules, 'due' | 'late' | 'attempts'> }
    | undefined
}

export interface Rules {
  /** ISO 8601 with an offset, such as `2026-09-20T23:59:00+02:00`. */
  readonly due?: string | undefined
  readonly late?: LateRule | undefined
  /** How many attempts earn points. */
  readonly attempts?: number | undefined
  /** By the check's id, or by its kind. */
  readonly visibility?:
    | { readonly [check: string]: NonNullable<CheckReport['visibility']> }
    | undefined
}

export interface LateRule {
  /** So many minutes after the due time still count as in time. */
  readonly graceMinutes: number
  /** Per cent of the points earned that each day begun takes, counted from the due time. */
  readonly percentPerDay: number
  /** Per cent that lateness takes at most. */
  readonly mostPercent: number
  /** After so many days nothing is earned any more. */
  readonly closedAfterDays?: number | undefined
}

/** What is known of one submission besides its code. */
export interface HandIn {
  /** ISO 8601 with an offset: the submission's own time, never the clock of the machine that grades. */
  readonly submittedAt?: string
  /** On a clock of which nobody said whose it is. */
  readonly localTime?: string
  /** What a commit says of its time: its author's own word. */
  readonly committedAt?: string
  /** The platform says that it was late, but not when it came. */
  readonly markedLate?: boolean
  /** Counted from 1. */
  readonly attempt?: number
}

/** The rules that hold for an exercise; of exceptions, the later ones win. */
export function rulesFor(
  course: Course,
  exercise: string,
  exceptions: readonly Exceptions[] = [],
): ExerciseRules {
  const layers = [
    course.rules,
    course.exercises[exercise] ?? {},
    ...exceptions.flatMap(({ exercises, ...whole }) => [whole, exercises?.[exercise] ?? {}]),
  ]
  const known = layers.flatMap((layer) =>
    Object.entries(layer).filter(([, value]) => value !== undefined),
  )
  return Object.fromEntries(known)
}
