import type { Json } from '../report/report.ts'
import { askTrials } from './data-trials.ts'
import { defineCheck } from './define-check.ts'

export const range = defineCheck({
  kind: 'range',
  summary: 'Asks for the range of named functions, as the two ends; the ends may be infinite.',
  scope: 'function',
  options: (zod) => {
    const end = zod.union([zod.number(), zod.enum(['Infinity', '-Infinity'])])
    const ends = zod.tuple([end, end])
    return zod.strictObject({
      ranges: zod.record(zod.string(), ends).describe('The range of each name that is asked for'),
      mistakes: zod
        .record(zod.string(), zod.record(zod.string(), ends))
        .default({})
        .describe('Ranges that people give instead, by note and name'),
    })
  },
  run: (context) => {
    const { ranges, mistakes } = context.spec.options as {
      ranges: Ranges
      mistakes?: { readonly [note: string]: Ranges }
    }
    const mistaken = (name: string, ends: Ranges[string]) =>
      Object.entries(mistakes ?? {}).map(([note, given]) => [note, given[name] ?? ends] as const)
    return askTrials(context, {
      trials: Object.entries(ranges).map(([name, ends]) => ({
        arguments: [name],
        expected: ends,
        mistakes: Object.fromEntries(mistaken(name, ends)),
      })),
      tolerance: () => RANGE_TOLERANCE,
      normalise: twoEnds,
    })
  },
})

export const RANGE_TOLERANCE = { absolute: 1e-9, relative: 0 }

/** By the name that is asked for: two numbers, or `Infinity` with its sign. */
export type Ranges = { readonly [name: string]: readonly [low: End, high: End] }

type End = number | 'Infinity' | '-Infinity'

/** `{ low, high }` and `{ min, max }` say the same as `[low, high]`. */
function twoEnds(got: Json): Json {
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return got
  const { low, min, high, max, lower, upper } = got as { readonly [key: string]: Json }
  const [from, to] = [low ?? min ?? lower, high ?? max ?? upper]
  return from === undefined || to === undefined ? got : [from, to]
}
