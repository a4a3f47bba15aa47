import type { ReferenceTable } from '../reference/table.ts'

/** The points of a table that tell mistakes apart, and the arguments at each. */
export interface TableView {
  readonly names: readonly string[]
  /** Indices into the table: no kinks, finite truth; mixed, so that the first few already differ. */
  readonly indices: readonly number[]
  readonly truth: Float64Array
  readonly argumentsAt: (index: number) => number[]
  /** A function at the point's arguments, without a list made of them. */
  readonly runAt: (run: (...args: number[]) => number, index: number) => number
}

/** Kept as long as its table: a batch asks it of every wrong answer. */
const known = new WeakMap<ReferenceTable, TableView>()

export function viewOf(table: ReferenceTable): TableView {
  const view = known.get(table) ?? freshView(table)
  known.set(table, view)
  return view
}

function freshView(table: ReferenceTable): TableView {
  const eligible: number[] = []
  for (let index = 0; index < table.low.length; index++) {
    const smooth = table.kink[index] !== 1 && table.orNaN[index] !== 1
    if (smooth && Number.isFinite(table.low[index])) eligible.push(index)
  }
  return {
    names: table.names,
    indices: mixed(eligible),
    truth: table.low,
    argumentsAt: (index) => table.columns.map((column) => column[index] ?? Number.NaN),
    runAt: runnerOn(table.columns),
  }
}

function runnerOn(columns: readonly Float64Array[]): TableView['runAt'] {
  const [a, b] = columns as [Float64Array, Float64Array | undefined]
  if (columns.length === 1) return (run, index) => run(a[index] as number)
  if (columns.length === 2 && b !== undefined) {
    return (run, index) => run(a[index] as number, b[index] as number)
  }
  return (run, index) => run(...columns.map((column) => column[index] as number))
}

/** Strides of about the golden section visit all parts of the table early. */
function mixed(indices: readonly number[]): readonly number[] {
  const count = indices.length
  if (count < 3) return indices
  let stride = Math.round(count * 0.618)
  while (greatestDivisor(stride, count) > 1) stride++
  return indices.map((_, step) => indices[(step * stride) % count] ?? 0)
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
