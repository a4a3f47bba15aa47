import type { WorkLimit } from '../checks/work.ts'
import type { CheckSpec } from '../exercise.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { TrialRequest } from '../reference/trials/trial-table.ts'

/** The trials that a check asks for; undefined for a check that names no export of `reference.ts`. */
export function trialRequestOf(
  { id, kind, options }: CheckSpec,
  { seed, cornersOnly }: Pick<GradingOptions, 'seed' | 'cornersOnly'>,
): TrialRequest | undefined {
  const { reference, in: position, most } = options
  if (typeof reference !== 'string') return undefined
  const gradientIn = typeof position === 'number' ? position : null
  const request = { check: id, reference, gradientIn, seed, ...(cornersOnly && { cornersOnly }) }
  if (kind !== 'work') return request
  return { ...request, sizes: (most as readonly WorkLimit[]).map(({ size }) => size) }
}
