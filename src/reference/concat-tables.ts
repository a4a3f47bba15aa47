import type { ReferenceTable } from './table.ts'

/** The rows of one table, then those of another one of the same function and backend. */
export function concatTables(first: ReferenceTable, second: ReferenceTable): ReferenceTable {
  return {
    ...second,
    columns: second.columns.map((column, k) => floats(first.columns[k] ?? EMPTY, column)),
    low: floats(first.low, second.low),
    high: floats(first.high, second.high),
    tensorflow: floats(first.tensorflow, second.tensorflow),
    kink: bytes(first.kink, second.kink),
    orNaN: bytes(first.orNaN, second.orNaN),
    disputed: bytes(first.disputed, second.disputed),
    agreement: {
      disputed: first.agreement.disputed + second.agreement.disputed,
      largest: Math.max(first.agreement.largest, second.agreement.largest),
    },
  }
}

const EMPTY = new Float64Array()

function floats(first: Float64Array, second: Float64Array): Float64Array {
  const joined = new Float64Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

function bytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}
