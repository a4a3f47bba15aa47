import type { Exercise } from '../../src/exercise.ts'
import { boundsOf } from '../../src/reference/bounds.ts'
import { columnsOf, cornerFinder } from '../../src/reference/sampling.ts'
import { extremePoints } from '../../src/reference/stability.ts'
import type { ReferenceTable } from '../../src/reference/table.ts'
import { accepts, defaultTolerance } from '../../src/reference/tolerance.ts'
import { functionOf, truthOf } from '../../src/reference/truth.ts'

/** The float64 half of a reference table: recognition needs no more, and so no backend. */
export function tableOf(
  exercise: Exercise,
  name: string,
  extra: readonly (readonly number[])[] = [],
): ReferenceTable {
  const spec = functionOf(exercise, name)
  const truth = truthOf(exercise, name)
  const points = extra.length > 0 ? 0 : 2048
  const request = { exercise: exercise.id, specSha256: exercise.sha256, function: name, seed: 1 }
  const cornersAt = cornerFinder(exercise, spec, truth)
  const columns = columnsOf(exercise, { ...request, points, exhaustive: false, extra }, cornersAt)
  const bounds = boundsOf({ exercise, spec, truth, cornersAt, columns })
  const count = bounds.low.length
  return {
    function: name,
    names: spec.arguments,
    columns,
    ...bounds,
    tensorflow: new Float64Array(count).fill(Number.NaN),
    disputed: new Uint8Array(count),
    agreement: { disputed: 0, largest: 0 },
    backend: { name: 'tfjs', version: 'none' },
  }
}

/** The table at the points where careless arithmetic overflows. */
export function extremeTableOf(exercise: Exercise, name: string): ReferenceTable {
  return tableOf(exercise, name, extremePoints(exercise, functionOf(exercise, name)))
}

export function evaluate(run: (...args: number[]) => number, table: ReferenceTable): Float64Array {
  return Float64Array.from(table.low, (_, index) =>
    run(...table.columns.map((column) => column[index] ?? Number.NaN)),
  )
}

export function failures(table: ReferenceTable, got: Float64Array): number[] {
  return [...table.low.keys()].filter(
    (index) => !accepts(table, index, got[index] ?? Number.NaN, defaultTolerance),
  )
}

/** Finite truths at which the values are not finite. */
export function overflows(table: ReferenceTable, got: Float64Array): number[] {
  return [...table.low.keys()].filter(
    (index) =>
      Number.isFinite(table.low[index]) && table.orNaN[index] !== 1 && !Number.isFinite(got[index]),
  )
}
