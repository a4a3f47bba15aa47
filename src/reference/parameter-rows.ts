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
  if (parameters.length === 0) return new Uint32Array(low.length)
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

/**
 * Numbers alone are sorted without asking a function of ours at each comparison. By indices: in code
 * that runs once, an iterator over thousands of them takes longer than the sorting.
 */
function inOrder(values: Float64Array): Uint32Array {
  const ascending = values.toSorted()
  const places = new Map<number, number>()
  for (let place = ascending.length - 1; place >= 0; place--) {
    places.set(ascending[place] as number, place)
  }
  const order = new Uint32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const place = places.get(values[index] as number) as number
    order[place] = index
    places.set(values[index] as number, place + 1)
  }
  return order
}
