import type { ReferenceTable } from '../reference/table.ts'

/** The point that a person grasps fastest: fewest digits, then smallest magnitude, then positive first. */
export function smallestPoint(table: ReferenceTable, indices: readonly number[]): number {
  return indices.reduce((best, index) => (isSimpler(table, index, best) ? index : best))
}

function isSimpler(table: ReferenceTable, one: number, other: number): boolean {
  const ranks = [digits, magnitude, negatives] as const
  for (const rank of ranks) {
    const difference = rank(table, one) - rank(table, other)
    if (difference !== 0) return difference < 0
  }
  return false
}

/** Characters of all arguments without their signs. */
function digits(table: ReferenceTable, index: number): number {
  return sum(table, index, (value) => String(Math.abs(value)).length)
}

function magnitude(table: ReferenceTable, index: number): number {
  return Math.abs(table.columns[0]?.[index] ?? 0)
}

function negatives(table: ReferenceTable, index: number): number {
  return sum(table, index, (value) => (value < 0 || Object.is(value, -0) ? 1 : 0))
}

function sum(table: ReferenceTable, index: number, rank: (value: number) => number): number {
  return table.columns.reduce((total, column) => total + rank(column[index] ?? 0), 0)
}
