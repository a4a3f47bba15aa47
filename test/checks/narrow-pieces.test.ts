import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exerciseOf, openJudge } from './judge-text.ts'

const judge = openJudge()

const square = exerciseOf({
  parameters: { alpha: [0.25, 2, -1] },
  functions: { f: 'alpha * x ** 2' },
  checks: [
    { kind: 'value', function: 'f', points: 4 },
    { kind: 'stability', function: 'f', points: 1 },
    { kind: 'proof', function: 'f' },
  ],
})

/** Programs that nobody follows, with a place for a wrong piece in front of the right answer. */
const UNFOLLOWED: { readonly [style: string]: (piece: string) => string } = {
  'that counts its calls': (piece) =>
    `let calls = 0\nexport function f(x: number, alpha: number) { calls++\n${piece}\nreturn alpha * x * x }`,
  'that asks late': (piece) =>
    `let calls = 0\nexport function f(x: number, alpha: number) { ${piece}\ncalls++\nreturn alpha * x * x }`,
  'that writes numbers as texts': (piece) =>
    `export function f(x: number, alpha: number) { const y = Number(x.toString())\n${piece}\nreturn alpha * x * y }`,
  'that works with whole numbers': (piece) =>
    `export const f = (x: number, alpha: number) => { const zero = (x | 0) - (x | 0)\n${piece}\nreturn alpha * x * x + zero }`,
  'that remembers': (piece) =>
    `const known = new Map<number, number>()\nexport function f(x: number, alpha: number) {
       if (!known.has(x)) known.set(x, x * x)\n${piece}\nreturn alpha * known.get(x)! }`,
}

const digits = (from: number, to: number, places: number) =>
  fc.integer({ min: from * 10 ** places, max: to * 10 ** places }).map((n) => n / 10 ** places)

const place = fc.oneof(digits(1, 19, 3), digits(-19, -1, 5), digits(2, 18, 9))
const width = fc.constantFrom(1e-3, 1e-5, 1e-7, 1e-9)

/** Conditions that hold on a piece that no sample meets. */
const narrow = fc.oneof(
  place.map((at) => `x === ${at}`),
  fc.tuple(place, width).map(([at, wide]) => `Math.abs(x - ${at}) < ${wide}`),
  fc.tuple(place, width).map(([at, wide]) => `x > ${at} && x < ${at + wide}`),
  fc.tuple(place, width).map(([at, wide]) => `3 * x > ${at} && 3 * x < ${at + wide}`),
  fc.tuple(digits(-0.9, 1.9, 4), width).map(([at, w]) => `alpha > ${at} && alpha < ${at + w}`),
)

const seed = Number(process.env.FC_SEED ?? 20)

describe('a narrow wrong piece is found in a program', () => {
  test.each(Object.entries(UNFOLLOWED))('%s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(narrow, async (condition) => {
        const { 'f-value': value, 'f-proof': proof } = await judge(
          square,
          write(`if (${condition}) return 1e4`),
        )
        expect(proof?.status, 'nobody follows it').toBe('skipped')
        expect(value, condition).toMatchObject({ status: 'failed', cause: 'wrong-answer' })
      }),
      { seed, numRuns: 6 },
    )
  })

  test('far out, at its own numbers', async () => {
    const far = (write: (piece: string) => string) =>
      judge(square, write('if (x > 3000 && x < 3000.001) return 5'))
    for (const write of Object.values(UNFOLLOWED)) {
      const { 'f-value': value, 'f-stability': stability } = await far(write)
      expect(value?.status).toBe('passed')
      expect(stability).toMatchObject({ status: 'failed', cause: 'wrong-answer' })
    }
  })

  test('and where it throws, that is what is said', async () => {
    const write = UNFOLLOWED['that counts its calls'] as (piece: string) => string
    const { 'f-value': value } = await judge(
      square,
      write('if (x > 3.21 && x < 3.2101) throw new Error("no")'),
    )
    expect(value?.cause).toBe('crashed')
    expect(value?.message).toMatch(/yours threw Error: no$/)
  })
})

describe('a right program stays right', () => {
  test.each(Object.entries(UNFOLLOWED))('%s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(narrow, async (condition) => {
        const found = await judge(square, write(`if (${condition}) return alpha * x * x`))
        expect(found['f-value']?.status).toBe('passed')
        expect(found['f-stability']?.status).toBe('passed')
      }),
      { seed, numRuns: 3 },
    )
  })
})
