import type { ReferenceTable } from '../reference/table.ts'

/** The point that a person grasps fastest: fewest digits, then smallest magnitude, then positive first. */
export function smallestPoint(table: ReferenceTable, indices: readonly number[]): number {
  let [best = 0] = indices
  let fewest = digitsAt(table, best)
  for (const index of indices) {
    const digits = digitsAt(table, index)
    if (digits > fewest || (digits === fewest && !isSimpler(table, index, best))) continue
    best = index
    fewest = digits
  }
  return best
}

/** Characters of all arguments without their signs. */
function digitsAt({ columns }: ReferenceTable, index: number): number {
  let digits = 0
  for (const column of columns) digits += String(Math.abs(column[index] ?? 0)).length
  return digits
}

/** Of two points with as many digits. */
function isSimpler(table: ReferenceTable, one: number, other: number): boolean {
  const [here, there] = [one, other].map((index) => Math.abs(table.columns[0]?.[index] ?? 0))
  if (here !== there) return (here ?? 0) < (there ?? 0)
  return negativesAt(table, one) < negativesAt(table, other)
}

function negativesAt({ columns }: ReferenceTable, index: number): number {
  return columns.filter((column) => {
    const value = column[index] ?? 0
    return value < 0 || Object.is(value, -0)
  }).length
}
