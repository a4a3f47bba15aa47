import type { CheckSpec } from '../exercise.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { TrialRequest } from '../reference/trials/trial-table.ts'

/** The trials that a check asks for; undefined for a check that names no export of `reference.ts`. */
export function trialRequestOf(
  { id, options }: CheckSpec,
  { seed, cornersOnly }: Pick<GradingOptions, 'seed' | 'cornersOnly'>,
): TrialRequest | undefined {
  const { reference, in: position } = options
  if (typeof reference !== 'string') return undefined
  const gradientIn = typeof position === 'number' ? position : null
  return { check: id, reference, gradientIn, seed, ...(cornersOnly && { cornersOnly }) }
}
