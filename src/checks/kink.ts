import { toleranceOptions } from '../reference/tolerance.ts'
import { defineCheck } from './define-check.ts'
import { isKink } from './judge-points.ts'
import { checkPoints } from './point-check.ts'

export const kink = defineCheck({
  kind: 'kink',
  summary:
    'At a kink, accepts any value between the one-sided derivatives, and NaN where the exercise says so.',
  scope: 'function',
  needs: 'formula',
  partial: true,
  points: 'domain',
  options: toleranceOptions,
  run: (context) => checkPoints(context, isKink),
})
