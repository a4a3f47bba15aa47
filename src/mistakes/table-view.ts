import type { ReferenceTable } from '../reference/table.ts'

/** The points of a table that tell mistakes apart, and the arguments at each. */
export interface TableView {
  readonly names: readonly string[]
  /** Indices into the table: no kinks, finite truth; mixed, so that the first few already differ. */
  readonly indices: readonly number[]
  readonly truth: Float64Array
  readonly argumentsAt: (index: number) => number[]
}

export function viewOf(table: ReferenceTable): TableView {
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
  }
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
