import { randomFrom, seedOf } from '../reference/random.ts'
import { structuredReference, structuredReferenceNames } from '../reference/structured/index.ts'
import type { DataTolerance } from './compare-data.ts'
import { askTrials } from './data-trials.ts'
import { defineCheck } from './define-check.ts'

export const DATA_TOLERANCE: DataTolerance = { absolute: 1e-6, relative: 1e-6 }

export const call = defineCheck({
  kind: 'call',
  summary: 'Calls a function with vectors, matrices or objects, and compares what it returns.',
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      reference: zod
        .enum(structuredReferenceNames)
        .describe('The function of data that it should be'),
      tolerance: zod
        .strictObject({ absolute: zod.number().min(0), relative: zod.number().min(0) })
        .optional(),
    }),
  run: (context) => {
    const { options, id } = context.spec
    const reference = structuredReference(options.reference as string)
    const random = randomFrom(seedOf(`${context.exercise.id} ${id}`, context.options.seed))
    const trials = Array.from({ length: reference.trials }, (_, trial) => {
      const args = reference.inputs(random, trial)
      return { arguments: args, expected: reference.compute(args) }
    })
    return askTrials(context, {
      trials,
      tolerance: (options.tolerance as DataTolerance | undefined) ?? DATA_TOLERANCE,
      mistakes: reference.mistakes ?? {},
      normalise: reference.normalise ?? ((got) => got),
    })
  },
})
