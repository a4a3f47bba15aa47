import { toleranceOptions } from '../reference/tolerance.ts'
import { defineCheck } from './define-check.ts'
import { checkPoints } from './point-check.ts'
import { leaveKinksToTheirCheck } from './value.ts'

export const derivative = defineCheck({
  kind: 'derivative',
  summary:
    'Compares the derivative with float64 and with the gradient that TensorFlow.js finds by automatic differentiation.',
  scope: 'function',
  needs: 'derivative',
  partial: true,
  points: 'domain',
  options: toleranceOptions,
  run: (context) => checkPoints(context, leaveKinksToTheirCheck(context)),
})
