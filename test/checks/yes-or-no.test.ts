import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exerciseCalled, exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()
const composition = exerciseCalled('ex3')
const check = 'isidempotent-call'

const arrow = (text: string) => `export const isIdempotent = (a: number): any => ${text}`
const counting = (text: string) =>
  `let calls = 0\nexport const isIdempotent = (a: number): any => { calls++\nreturn ${text} }`

const PROVED = { status: 'passed', score: 200, says: { id: 'data.proved' } } as const
const TRIED = { status: 'passed', score: 200, says: { id: 'data.right' } } as const
const WRONG = { status: 'failed', cause: 'wrong-answer', score: 0 } as const

describe('yes or no is proved for every number where the source is followed', () => {
  judgesEach(judge, composition, check, [
    ['a condition', arrow('a <= 0 || a === 1'), PROVED],
    ['another way round', arrow('!(a > 0 && a !== 1)'), PROVED],
    ['a list', arrow('a < 0 || [0, 1].includes(a)'), PROVED],
    [
      'pReLU tried at a few points, which is enough',
      `const p = (x: number, a: number) => Math.max(0, x) + a * Math.min(0, x)\n${arrow('[-2, 3].every((x) => p(p(x, a), a) === p(x, a))')}`,
      PROVED,
    ],
    ['a comparison as programs compare', arrow('a <= 0 || Math.abs(a - 1) < 1e-12'), TRIED],
    ['a count beside it', counting('a <= 0 || a === 1'), TRIED],
  ])
})

describe('what is wrong at few numbers is found', () => {
  judgesEach(judge, composition, check, [
    ['at one', arrow('(a <= 0 && a !== -3.25) || a === 1'), WRONG],
    ['at one, not followed', counting('(a <= 0 && a !== -3.25) || a === 1'), WRONG],
    ['far out', counting('(a <= 0 && a !== -77777) || a === 1'), WRONG],
    ['a number for a boolean', arrow('Number(a <= 0 || a === 1)'), WRONG],
    ['a comparison that is too coarse', arrow('a <= 0 || Math.abs(a - 1) < 1e-8'), WRONG],
    ['a comparison in float32', arrow('a <= 0 || Math.fround(a) === 1'), WRONG],
    ['one with seven decimals', counting('a <= 0 || a.toFixed(7) === "1.0000000"'), WRONG],
    ['one with eight decimals', arrow('a <= 0 || Math.round(a * 10 ** 8) === 10 ** 8'), WRONG],
    [
      'one with so many digits',
      counting('!(Number(a.toPrecision(8)) > 0) || +a.toPrecision(8) === 1'),
      WRONG,
    ],
    ['one whose tolerance is a power', counting('a <= 0 || (a - 1) ** 2 < 2 ** -56'), WRONG],
    ['one that forgives a little more than zero', counting('a <= 2 ** -28 || a === 1'), WRONG],
  ])

  test('on narrow pieces, followed or not', async () => {
    const place = fc.integer({ min: 2e6, max: 3e6 }).map((n) => n / 1e7)
    await fc.assert(
      fc.asyncProperty(place, fc.boolean(), async (at, isFollowed) => {
        const text = `a <= 0 || a === 1 || (a > ${at} && a < ${at + 1e-7})`
        const found = await judge(composition, isFollowed ? arrow(text) : counting(text))
        expect(found[check], text).toMatchObject(WRONG)
      }),
      { seed: 20, numRuns: 6 },
    )
  })
})

test('a condition that reference.ts contradicts is the exercise’s fault', async () => {
  const exercise = exerciseOf({
    functions: { f: { signature: '(a: number) => boolean', holds: 'a > 1' } },
    checks: [{ kind: 'call', function: 'f', reference: 'isLarge' }],
    references: `import { defineReference } from 'mlp-check/reference'
      export const isLarge = defineReference<[a: number]>({
        summary: 'large', corners: [[0], [1], [2]], trials: 2,
        inputs: (random) => [drawn(random)], exact: (a) => a >= 1, mistakes: {},
      })
      const drawn = (random: () => number) => random() % 7`,
  })
  const { 'f-call': found } = await judge(exercise, 'export const f = (a: number) => a >= 1')
  expect(found).toMatchObject({ status: 'errored', cause: 'exercise' })
  expect(found?.message).toContain('holds says false for f(1)')
})
