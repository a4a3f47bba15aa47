import { handedTwice } from '../handed-twice.ts'
import type { Student } from '../inventory.ts'
import { type Enrolled, rosterLookup } from '../roster.ts'
import type { BatchResult } from '../run-batch.ts'
import { byCodeUnits } from '../walk.ts'
import type { FinishedRun } from './finished-run.ts'

/** One student's grades, whether or not anything was handed in. */
export interface GradeLine {
  readonly student: Student
  readonly enrolled: Enrolled | undefined
  /** By exercise; missing where nothing was handed in. */
  readonly results: ReadonlyMap<string, BatchResult>
}

/**
 * Everybody who handed in or is enrolled: on the roster in its order, then strangers. What somebody
 * handed in under a second name is in no line.
 */
export function gradeLines({ results, roster }: FinishedRun): GradeLine[] {
  const lookup = rosterLookup(roster ?? [])
  const lines = new Map<
    string | Enrolled,
    { student: Student; enrolled: Enrolled | undefined; results: Map<string, BatchResult> }
  >()
  for (const person of roster ?? []) {
    lines.set(person, { student: studentOf(person), enrolled: person, results: new Map() })
  }
  const uncounted = new Set(handedTwice(results, roster).flatMap(({ others }) => others))
  for (const result of results) {
    if (uncounted.has(result)) continue
    const { student, exercise } = result.handed
    const enrolled = lookup(student)?.person
    const key = enrolled ?? student.key
    const line = lines.get(key) ?? { student, enrolled, results: new Map() }
    lines.set(key, line)
    line.results.set(exercise, result)
  }
  const all = [...lines.values()]
  const strangers = all.filter(({ enrolled }) => enrolled === undefined)
  strangers.sort((one, other) => byCodeUnits(one.student.key, other.student.key))
  return [...all.filter(({ enrolled }) => enrolled !== undefined), ...strangers]
}

function studentOf({ name, id, email }: Enrolled): Student {
  return { key: id ?? name, name, id, email }
}

/** Hundredths of a point over all exercises. */
export function totalScore({ results }: GradeLine): number {
  return [...results.values()].reduce((sum, { entry }) => sum + entry.row.score, 0)
}

export function mostPoints({ exercises }: FinishedRun): number {
  return exercises.flatMap(({ checks }) => checks).reduce((sum, { points }) => sum + points, 0)
}
