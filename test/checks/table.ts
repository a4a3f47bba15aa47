import type { ReferenceTable } from '../../src/reference/table.ts'
import type { EvaluationResult, PointFault } from '../../src/session.ts'

interface Small {
  /** One row of arguments each: the variable, then parameters. */
  readonly rows: readonly (readonly number[])[]
  readonly names?: readonly string[]
  readonly low: readonly number[]
  readonly high?: readonly number[]
  readonly kinks?: readonly number[]
  readonly orNaN?: readonly number[]
  readonly tensorflow?: readonly number[]
  readonly disputed?: readonly number[]
}

/** A reference table of a few points; kinks, NaN and disputes by index. */
export function tableOf({ rows, names = ['x', 'alpha'], low, ...more }: Small): ReferenceTable {
  const flags = (indices: readonly number[] = []) =>
    Uint8Array.from(low, (_, index) => (indices.includes(index) ? 1 : 0))
  const width = rows[0]?.length ?? 1
  return {
    function: 'f',
    names: names.slice(0, width),
    columns: Array.from({ length: width }, (_, k) =>
      Float64Array.from(rows, (row) => row[k] as number),
    ),
    low: Float64Array.from(low),
    high: Float64Array.from(more.high ?? low),
    kink: flags(more.kinks),
    orNaN: flags(more.orNaN),
    tensorflow: Float64Array.from(more.tensorflow ?? low.map(() => Number.NaN)),
    disputed: flags(more.disputed),
    agreement: { disputed: 0, largest: 0 },
    backend: { name: 'tfjs', version: 'test' },
  }
}

export function evaluated(
  values: readonly number[],
  faults: readonly PointFault[] = [],
  faultCount = faults.length,
): EvaluationResult {
  return { values: Float64Array.from(values), faults, faultCount }
}
