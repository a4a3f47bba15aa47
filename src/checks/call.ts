import type { Json } from '../report/report.ts'
import { askTrials, leavesArguments, toleranceFor, trialTolerance } from './data-trials.ts'
import { defineCheck } from './define-check.ts'
import { judgeYesOrNo } from './yes-or-no.ts'

export const call = defineCheck({
  kind: 'call',
  summary: 'Calls a function with vectors, matrices or objects, and compares what it returns.',
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      reference: zod
        .string()
        .min(1)
        .describe('The export of reference.ts beside this file that says what is right'),
      tolerance: trialTolerance(zod),
      pure: leavesArguments(zod),
      accept: zod
        .array(zod.enum(['number', 'diagonal']))
        .optional()
        .describe(
          'Other ways to write a vector: a number for a vector of one; a square matrix for its diagonal',
        ),
    }),
  run: async (context) => {
    const accept = (context.spec.options.accept as readonly string[] | undefined) ?? []
    const table = await context.trials()
    const outcome = await askTrials(context, {
      ...table,
      pure: context.spec.options.pure === true,
      tolerance: toleranceFor(context, table, DATA_TOLERANCE),
      normalise: (got) => asVector(got, accept),
    })
    const { holds } = context.function
    if (holds === undefined || outcome.status !== 'passed') return outcome
    return judgeYesOrNo(context, { holds, trials: table.trials, passed: outcome })
  },
})

/** Of answers that are held against float64. */
export const DATA_TOLERANCE = { absolute: 1e-6, relative: 1e-6 }

/** A vector that is written in another way, as a vector; everything else as it is. */
function asVector(got: Json, accept: readonly string[]): Json {
  if (typeof got === 'number') return accept.includes('number') ? [got] : got
  if (!accept.includes('diagonal') || !Array.isArray(got)) return got
  const rows = got as readonly Json[]
  const square = rows.every((row) => Array.isArray(row) && row.length === rows.length)
  if (!square) return got
  // What stands beside the diagonal is part of the answer: it must be zero.
  const diagonal = (rows as readonly (readonly Json[])[]).every((row, i) =>
    row.every((value, j) => i === j || isZero(value)),
  )
  return diagonal ? rows.map((row, k) => (row as readonly Json[])[k] as Json) : got
}

function isZero(value: Json): boolean {
  return value === '-0' || (typeof value === 'number' && Math.abs(value) <= DATA_TOLERANCE.absolute)
}
