import { describe, expect, it } from 'vitest'
import { DATA_TOLERANCE } from '../../src/checks/call.ts'
import { runReference } from '../../src/node/run-reference.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import { isNear } from '../../src/reference/near.ts'
import type { Reference } from '../../src/reference/structured/define-reference.ts'
import { mapNumbers, numbersIn } from '../../src/reference/trials/data.ts'
import type { Json } from '../../src/report/report.ts'

/**
 * What a function gets in its largest case changes its answer by more than is allowed, number by
 * number: else an answer that leaves one out, a layer or an example, would pass.
 */
const pack = builtInPack()

/** Answers that are yes or no, a count, a choice, a shape or an extreme: most numbers may be others. */
const FEW_COUNT = new Set([
  'preluIsIdempotent',
  'matrixRank',
  'onesLike',
  'bestNonlinearity',
  'largestGap',
  'outputRange',
])

/** As a check allows that says nothing else. */
const ALLOWED = DATA_TOLERANCE

type Known = Reference<readonly Json[]>

const cases = pack.entries.flatMap((entry) => {
  const exercise = pack.load(entry)
  return exercise.checks.flatMap(({ kind, options }) => {
    const asked = kind === 'call' ? String(options.reference) : undefined
    if (asked === undefined || FEW_COUNT.has(asked)) return []
    const own = options.tolerance as { absolute: number; relative: number } | undefined
    return [{ id: exercise.id, asked, exercise, tolerance: own ?? ALLOWED }]
  })
})

describe('each number of the largest case counts', () => {
  it.each(cases)('in $asked of $id', async ({ asked, exercise, tolerance }) => {
    const { exact, corners = [] } = (await runReference(exercise))[asked] as Known
    if (exact === undefined) return
    const most = Math.max(...corners.map((args) => numbersIn([...args]).length))
    const largest = corners.filter((args) => numbersIn([...args]).length === most)
    const silent = Array.from({ length: most }, (_, k) => k).filter((k) =>
      largest.every((args) => !matters(exact, args, { k, ...tolerance })),
    )
    expect(silent).toEqual([])
  })
})

interface Changed {
  readonly k: number
  readonly absolute: number
  readonly relative: number
}

/** Whether the answer changes when the number at place k is another one. */
function matters(
  exact: NonNullable<Known['exact']>,
  args: readonly Json[],
  { k, absolute, relative }: Changed,
): boolean {
  const answer = (given: readonly Json[]) => numbersIn(exact(...given) as Json)
  const right = answer(args)
  return [(v: number) => v + 0.25, (v: number) => -v, (v: number) => 1.5 * v + 1].some((change) => {
    let place = 0
    const other = mapNumbers([...args], (v) => (place++ === k ? change(v) : v)) as Json[]
    const changed = answer(other)
    return right.some(
      (value, i) => !isNear(changed[i] ?? Number.NaN, value, absolute + relative * Math.abs(value)),
    )
  })
}
