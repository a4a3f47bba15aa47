import type { Exercise } from '../exercise.ts'
import { boundsOf } from './bounds.ts'
import { cornerFinderAt } from './sampling.ts'
import type { ReferenceTable } from './table.ts'
import { functionOf, truthOf } from './truth.ts'

/**
 * The truth at given rows of arguments by float64 alone: far out, where float32 has no say, and at a
 * prover's counterexample. Nothing is loaded or cached for it.
 */
export function float64Table(
  exercise: Exercise,
  name: string,
  rows: readonly (readonly number[])[],
): ReferenceTable {
  const spec = functionOf(exercise, name)
  const columns = spec.arguments.map((_, k) => Float64Array.from(rows, (row) => row[k] ?? 0))
  const truth = truthOf(exercise, name)
  const cornersAt = cornerFinderAt(exercise, spec, { truth, columns })
  const bounds = boundsOf({ exercise, spec, truth, cornersAt, columns })
  return {
    function: name,
    names: spec.arguments,
    columns,
    ...bounds,
    tensorflow: new Float64Array(rows.length).fill(Number.NaN),
    disputed: new Uint8Array(rows.length),
    agreement: { disputed: 0, largest: 0 },
    backend: { name: 'tfjs', version: '' },
  }
}
