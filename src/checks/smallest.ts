import type { ReferenceTable } from '../reference/table.ts'

/** The point that a person grasps fastest: fewest digits, then smallest magnitude, then positive first. */
export function smallestPoint(table: ReferenceTable, indices: readonly number[]): number {
  let [best = 0] = indices
  let lowest = ranksOf(table, best)
  for (const index of indices) {
    const ranks = ranksOf(table, index)
    if (!isSimpler(ranks, lowest)) continue
    best = index
    lowest = ranks
  }
  return best
}

interface Ranks {
  /** Characters of all arguments without their signs. */
  readonly digits: number
  readonly magnitude: number
  readonly negatives: number
}

function ranksOf(table: ReferenceTable, index: number): Ranks {
  let [digits, negatives] = [0, 0]
  for (const column of table.columns) {
    const value = column[index] ?? 0
    digits += String(Math.abs(value)).length
    if (value < 0 || Object.is(value, -0)) negatives++
  }
  return { digits, magnitude: Math.abs(table.columns[0]?.[index] ?? 0), negatives }
}

function isSimpler(one: Ranks, other: Ranks): boolean {
  if (one.digits !== other.digits) return one.digits < other.digits
  if (one.magnitude !== other.magnitude) return one.magnitude < other.magnitude
  return one.negatives < other.negatives
}
