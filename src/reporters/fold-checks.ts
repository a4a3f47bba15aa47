import type { CheckReport } from '../report/report.ts'

/** Checks that have a line each, and those that share one. */
export interface Folded {
  readonly shown: readonly CheckReport[]
  readonly folded: readonly CheckReport[]
}

/**
 * In short, a check that gives no points has a line of its own only where it adds something: where it
 * warns, where nothing that gives points says the same already, or where it stands in the way of others.
 */
export function foldChecks(checks: readonly CheckReport[], told: readonly CheckReport[]): Folded {
  if (checks.every(({ maxScore }) => maxScore === 0)) return { shown: checks, folded: [] }
  const folded = checks.filter((check) => !told.includes(check) && addsNothing(check, checks))
  // One line would only take the place of another.
  if (folded.length < 2) return { shown: checks, folded: [] }
  return { shown: checks.filter((check) => !folded.includes(check)), folded }
}

function addsNothing(check: CheckReport, checks: readonly CheckReport[]): boolean {
  const { function: name, maxScore, status, warning } = check
  if (maxScore > 0 || warning || name === undefined || status === 'errored') return false
  if (status !== 'failed') return true
  return checks.some((other) => other.function === name && lostPoints(other))
}

function lostPoints({ status, maxScore }: CheckReport): boolean {
  return maxScore > 0 && (status === 'failed' || status === 'errored')
}
