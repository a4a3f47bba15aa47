import { defineCheck } from './define-check.ts'
import { askProperty } from './witness.ts'

/** The properties by what is asked for. */
const ASKED = { pieces: 'pieces-of-network', sum: 'sum-of-pieces' } as const

export const piecewiseLinear = defineCheck({
  kind: 'piecewise-linear',
  summary:
    'Asks for the pieces of a ReLU network with one input, or of a sum of two such functions.',
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      asked: zod
        .enum(['pieces', 'sum'])
        .describe('The pieces of one network, or of a sum of two functions'),
    }),
  run: (context) => askProperty(context, ASKED[context.spec.options.asked as keyof typeof ASKED]),
})
