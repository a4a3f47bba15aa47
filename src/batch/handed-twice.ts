import { type Enrolled, rosterLookup } from './roster.ts'
import type { BatchResult } from './run-batch.ts'

/** One person's work on one exercise, handed in under several names. */
export interface HandedTwice {
  readonly person: Enrolled
  readonly exercise: string
  readonly counted: BatchResult
  readonly others: readonly BatchResult[]
}

/**
 * Whose names in the input mean one person on the roster. Attempts under different names have no
 * order in time, so the rule is another: who is named by id, email or login goes before who is
 * matched by a name alone, then the better score counts, then the file that comes first.
 */
export function handedTwice(
  results: readonly BatchResult[],
  roster: readonly Enrolled[] | undefined,
): HandedTwice[] {
  const lookup = rosterLookup(roster ?? [])
  const groups = new Map<Enrolled, Map<string, Found[]>>()
  for (const result of results) {
    const match = lookup(result.handed.student)
    if (match === undefined) continue
    const exercises = groups.get(match.person) ?? new Map<string, Found[]>()
    groups.set(match.person, exercises)
    const found = exercises.get(result.handed.exercise) ?? []
    exercises.set(result.handed.exercise, [...found, { result, exact: match.exact }])
  }
  return [...groups].flatMap(([person, exercises]) =>
    [...exercises].flatMap(([exercise, found]) => {
      const [counted, ...others] = found.sort(bestFirst).map(({ result }) => result)
      return counted && others.length > 0 ? [{ person, exercise, counted, others }] : []
    }),
  )
}

interface Found {
  readonly result: BatchResult
  readonly exact: boolean
}

/** Equals stay in the order of the inventory: sorting is stable. */
function bestFirst(one: Found, other: Found): number {
  return (
    Number(other.exact) - Number(one.exact) ||
    other.result.entry.row.score - one.result.entry.row.score
  )
}
