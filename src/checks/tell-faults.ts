import type { ReferenceTable } from '../reference/table.ts'
import type { EvaluationResult, PointFault } from '../session.ts'
import type { CheckContext } from './define-check.ts'
import type { Inputs } from './evidence.ts'

/** So many faults an evaluation tells at least, where there are as many. */
export const TOLD = 8

/**
 * The result with what happened at the given points: an evaluation tells its first few faults only,
 * and any other is a NaN like one that was computed, until the point is asked about by itself.
 */
export async function tellFaults(
  context: CheckContext,
  inputs: Inputs,
  { result, at }: { readonly result: EvaluationResult; readonly at: readonly number[] },
): Promise<EvaluationResult> {
  if (result.faultCount === result.faults.length) return result
  const known = new Set(result.faults.map(({ index }) => index))
  const open = at.filter((index) => Number.isNaN(result.values[index]) && !known.has(index))
  const found: PointFault[] = []
  for (let start = 0; start < open.length; start += TOLD) {
    found.push(...(await faultsAt(context, inputs, open.slice(start, start + TOLD))))
  }
  return { ...result, faults: [...result.faults, ...found] }
}

async function faultsAt(
  context: CheckContext,
  inputs: Inputs,
  indices: readonly number[],
): Promise<PointFault[]> {
  const columns = inputs.columns.map((column) =>
    Float64Array.from(indices, (index) => column[index] as number),
  )
  const { faults } = await context.session.evaluate({ function: context.function.name, columns })
  return faults.map((fault) => ({ ...fault, index: indices[fault.index] as number }))
}

/** The points at which a NaN would pass, so that a fault there must not look like one. */
export function whereNaNPasses({ orNaN }: ReferenceTable): number[] {
  const found: number[] = []
  for (let index = 0; index < orNaN.length; index++) if (orNaN[index] === 1) found.push(index)
  return found
}
