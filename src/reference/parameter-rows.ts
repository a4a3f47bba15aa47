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

const sorted = new WeakMap<ReferenceTable, Uint32Array>()

/** All points in the order of the variable, equal ones in the order of the table. */
export function pointsInOrder(table: ReferenceTable): Uint32Array {
  const order = sorted.get(table) ?? inOrder(table.columns[0] ?? new Float64Array())
  sorted.set(table, order)
  return order
}

/** Numbers alone are sorted without asking a function of ours at each comparison. */
function inOrder(values: Float64Array): Uint32Array {
  const places = new Map<number, number>()
  for (const [place, value] of values.toSorted().entries()) {
    if (!places.has(value)) places.set(value, place)
  }
  const order = new Uint32Array(values.length)
  for (const [index, value] of values.entries()) {
    const place = places.get(value) as number
    order[place] = index
    places.set(value, place + 1)
  }
  return order
}
