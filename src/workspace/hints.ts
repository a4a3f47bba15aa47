import type { Exercise } from '../exercise.ts'

/** A hint and its place among the exercise's hints, counted from 1. */
export interface Hint {
  readonly number: number
  readonly of: number
  readonly text: string
}

/** The hint after those that were seen; the last one again when all were. Undefined without hints. */
export function nextHint(exercise: Exercise, seen: number): Hint | undefined {
  const of = exercise.hints.length
  const number = Math.min(Math.max(0, seen) + 1, of)
  const text = exercise.hints[number - 1]
  return text === undefined ? undefined : { number, of, text }
}
