import type { ReferenceTable } from '../reference/table.ts'

/** The point that a person grasps fastest: fewest digits, then smallest magnitude, then positive first. */
export function smallestPoint(table: ReferenceTable, indices: readonly number[]): number {
  const counted = countsOf(table)
  const digitsAt = (index: number) => (counted[index] ||= countDigits(table, index))
  let [best = 0] = indices
  for (const index of indices) {
    // Of most points their digits need not be counted.
    if (leastDigits(table, index) > digitsAt(best)) continue
    const more = digitsAt(index) - digitsAt(best)
    if (more < 0 || (more === 0 && isSimpler(table, index, best))) best = index
  }
  return best
}

/** Kept as long as its table: a batch asks it of every wrong answer. */
const known = new WeakMap<ReferenceTable, Uint16Array>()

/** For each point how many digits it has; 0 where nobody has counted them. */
function countsOf(table: ReferenceTable): Uint16Array {
  const counts = known.get(table) ?? new Uint16Array(table.low.length)
  known.set(table, counts)
  return counts
}

/** Characters of all arguments of a point without their signs. */
function countDigits({ columns }: ReferenceTable, index: number): number {
  return columns.reduce((sum, column) => sum + String(Math.abs(column[index] ?? 0)).length, 0)
}

/** It has no fewer: what is no integer has three characters at least, such as 0.5. */
function leastDigits({ columns }: ReferenceTable, index: number): number {
  let least = 0
  for (const column of columns) least += Number.isInteger(column[index]) ? 1 : 3
  return least
}

/** Of two points of as many digits. */
function isSimpler(table: ReferenceTable, one: number, other: number): boolean {
  const magnitude = (index: number) => Math.abs(table.columns[0]?.[index] ?? 0)
  const [near, far] = [magnitude(one), magnitude(other)]
  if (near !== far) return near < far
  return negativesAt(table, one) < negativesAt(table, other)
}

function negativesAt({ columns }: ReferenceTable, index: number): number {
  const isNegative = (value: number) => value < 0 || Object.is(value, -0)
  return columns.filter((column) => isNegative(column[index] ?? 0)).length
}
