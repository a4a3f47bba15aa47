import type { CheckReport } from '../report/report.ts'

/** A course's own rules, as they are used: validated, times as instants. */
export interface Course {
  /** Rules of single exercises win over those of the course. */
  readonly rules: Rules
  readonly exercises: { readonly [exercise: string]: Rules }
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
  /** Counted from 1. */
  readonly attempt?: number
}

/** The rules that hold for an exercise. */
export function rulesFor(course: Course, exercise: string): Rules {
  const own = course.exercises[exercise] ?? {}
  const known = Object.entries(own).filter(([, value]) => value !== undefined)
  return { ...course.rules, ...Object.fromEntries(known) }
}
