import type { ReferenceTable } from './table.ts'

/** Kept as long as its table: a batch asks it of every wrong answer. */
const known = new WeakMap<ReferenceTable, Uint32Array>()

/** For each point the number of its set of parameter values, counted in the order of the table. */
export function parameterRows(table: ReferenceTable): Uint32Array {
  const rows = known.get(table) ?? numbered(table)
  known.set(table, rows)
  return rows
}

function numbered({ columns, low }: ReferenceTable): Uint32Array {
  const parameters = columns.slice(1)
  const numbers = new Map<string, number>()
  return Uint32Array.from(low, (_, index) => {
    const key = parameters.map((column) => column[index]).join()
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}

const sorted = new WeakMap<ReferenceTable, readonly number[]>()

/** All points in the order of the variable, equal ones in the order of the table. */
export function pointsInOrder(table: ReferenceTable): readonly number[] {
  const x = (index: number) => table.columns[0]?.[index] ?? Number.NaN
  const order = sorted.get(table) ?? [...table.low.keys()].sort((a, b) => x(a) - x(b))
  sorted.set(table, order)
  return order
}
