import { toleranceOptions } from '../reference/tolerance.ts'
import { defineCheck } from './define-check.ts'
import { isKink } from './judge-points.ts'
import { checkPoints } from './point-check.ts'

export const value = defineCheck({
  kind: 'value',
  summary: 'Compares the function with the reference at every sample point.',
  scope: 'function',
  needs: 'formula',
  partial: true,
  points: 'domain',
  options: toleranceOptions,
  run: (context) => checkPoints(context, leaveKinksToTheirCheck(context)),
})

/** Where the exercise judges kinks by a check of their own, they count there and only there. */
export function leaveKinksToTheirCheck(context: Parameters<typeof checkPoints>[0]) {
  const own = context.exercise.checks.some(
    (check) => check.kind === 'kink' && check.function === context.spec.function,
  )
  return (table: Parameters<typeof isKink>[0], index: number) => !(own && isKink(table, index))
}
