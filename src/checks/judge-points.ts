import type { ReferenceTable } from '../reference/table.ts'
import { accepts, isJudged, type Tolerance } from '../reference/tolerance.ts'
import type { EvaluationResult } from '../session.ts'

/** Which points of a table a check is about, and which of them are wrong. */
export interface Judgement {
  readonly tested: readonly number[]
  readonly failing: readonly number[]
}

/** Compares the submission's values with the table at the selected points. */
export function judgePoints(
  table: ReferenceTable,
  result: EvaluationResult,
  options: { readonly select: (index: number) => boolean; readonly tolerance: Tolerance },
): Judgement {
  const faulty = new Set(result.faults.map((fault) => fault.index))
  const tested: number[] = []
  const failing: number[] = []
  for (let index = 0; index < table.low.length; index++) {
    if (!options.select(index)) continue
    const got = result.values[index] ?? Number.NaN
    const fails = faulty.has(index) || !accepts(table, index, got, options.tolerance)
    // Where the formula has no value, whatever a submission returns is neither right nor wrong.
    if (!fails && !isJudged(table, index)) continue
    tested.push(index)
    if (fails) failing.push(index)
  }
  return { tested, failing }
}

/** 1 at these of so many points: asked of each of thousands, a set would take longer to make. */
export function marked(count: number, indices: readonly number[]): Uint8Array {
  const marks = new Uint8Array(count)
  for (const index of indices) marks[index] = 1
  return marks
}

/** A point where the formula switches branches, or for which the exercise pins what passes. */
export function isKink(table: ReferenceTable, index: number): boolean {
  return table.kink[index] === 1
}
