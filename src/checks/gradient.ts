import { randomFrom, seedOf } from '../reference/random.ts'
import { gradientOf, sizesLike } from '../reference/structured/gradient.ts'
import { structuredReference, structuredReferenceNames } from '../reference/structured/index.ts'
import type { Json } from '../report.ts'
import { askTrials } from './data-trials.ts'
import { defineCheck } from './define-check.ts'

export const gradient = defineCheck({
  kind: 'gradient',
  summary:
    'Compares the gradients of a function of matrices, in one of its arguments, for a given upstream gradient.',
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      reference: zod.enum(structuredReferenceNames).describe('The function that is differentiated'),
      in: zod.number().int().min(0).describe('The position of the argument, from 0'),
    }),
  run: (context) => {
    const { options, id } = context.spec
    const reference = structuredReference(options.reference as string)
    const random = randomFrom(seedOf(`${context.exercise.id} ${id}`, context.options.seed))
    const trials = Array.from({ length: reference.trials }, (_, trial) => {
      const args = reference.inputs(random, trial)
      const upstream = sizesLike(reference.compute(args), random)
      const expected = gradientOf(reference, { args, upstream, position: options.in as number })
      return { arguments: [...args, upstream], expected }
    })
    return askTrials(context, {
      trials,
      // Differences of the function in float64 are good to about 1e-9 of its size.
      tolerance: { absolute: 1e-6, relative: 1e-6 },
      mistakes: reference.gradientMistakes ?? {},
      normalise: withoutD,
    })
  },
})

/** `{ dW1, … }` says the same as `{ W1, … }`. */
function withoutD(got: Json): Json {
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return got
  return Object.fromEntries(
    Object.entries(got).map(([key, value]) => [key.replace(/^d_?(?=[A-Z]|[a-z]\d)/, ''), value]),
  )
}
