import type { Json } from '../report/report.ts'
import { askTrials, leavesArguments, toleranceFor, trialTolerance } from './data-trials.ts'
import { defineCheck } from './define-check.ts'

export const gradient = defineCheck({
  kind: 'gradient',
  summary:
    'Compares the gradients of a function of matrices, in one of its arguments, for a given upstream gradient.',
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      reference: zod
        .string()
        .min(1)
        .describe('The export of reference.ts beside this file that is differentiated'),
      in: zod.number().int().min(0).describe('The position of the argument, from 0'),
      tolerance: trialTolerance(zod),
      pure: leavesArguments(zod),
    }),
  run: async (context) => {
    const table = await context.trials()
    const tolerance = toleranceFor(context, table, GRADIENT_TOLERANCE)
    const pure = context.spec.options.pure === true
    return askTrials(context, { ...table, tolerance, pure, normalise: withoutD })
  },
})

/** Differences of the function in float64 are good to about 1e-9 of its size. */
export const GRADIENT_TOLERANCE = { absolute: 1e-6, relative: 1e-6 }

/** `{ dW1, … }` says the same as `{ W1, … }`. */
function withoutD(got: Json): Json {
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return got
  return Object.fromEntries(
    Object.entries(got).map(([key, value]) => [key.replace(/^d_?(?=[A-Z]|[a-z]\d)/, ''), value]),
  )
}
