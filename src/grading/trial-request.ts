import type { CheckSpec } from '../exercise.ts'
import type { TrialRequest } from '../reference/trials/trial-table.ts'

/** The trials that a check asks for; undefined for a check that names no export of `reference.ts`. */
export function trialRequestOf({ id, options }: CheckSpec, seed: number): TrialRequest | undefined {
  const { reference, in: position } = options
  if (typeof reference !== 'string') return undefined
  return { check: id, reference, gradientIn: typeof position === 'number' ? position : null, seed }
}
