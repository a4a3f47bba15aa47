import { defineCheck } from './define-check.ts'
import { askProperty } from './witness.ts'

/** The properties by what is asked for. */
const ASKED = {
  pieces: 'pieces-of-network',
  sum: 'sum-of-pieces',
  difference: 'difference-of-pieces',
  prelu: 'pieces-of-prelu-network',
  deep: 'pieces-of-deep-network',
} as const

export const piecewiseLinear = defineCheck({
  kind: 'piecewise-linear',
  summary:
    'Asks for the pieces of a ReLU network with one input, or of a sum or difference of two such functions.',
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      asked: zod
        .enum(['pieces', 'sum', 'difference', 'prelu', 'deep'])
        .describe(
          'The pieces of one network, of pReLUs or with two hidden layers too, or of a sum or a difference of two functions',
        ),
    }),
  run: (context) => askProperty(context, ASKED[context.spec.options.asked as keyof typeof ASKED]),
})
