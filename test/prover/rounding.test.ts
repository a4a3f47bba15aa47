import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Domain } from '../../src/formula/domain.ts'
import { proveEqual } from '../../src/prover/prove-equal.ts'
import { proveWithin } from '../../src/prover/prove-within.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { fraction } from './oracle/fraction.ts'
import { objectionWithin } from './oracle/judge-within.ts'
import { randomFrom } from './pair-generator.ts'

const DOMAIN: Domain = { intervals: { x: [-20, 20] }, parameters: { alpha: [0.5, 3] }, assume: [] }

function within(a: string, b: string) {
  return proveWithin(parseFormula(a), parseFormula(b), { domain: DOMAIN, tolerance: 1e-5 })
}

describe('what rounds, on a domain', () => {
  it.each([
    ['ceil(x)', '-floor(-x)'],
    ['round(x)', 'floor(x + 0.5)'],
    ['trunc(x)', 'x < 0 ? ceil(x) : floor(x)'],
    ['trunc(x)', 'sign(x) * floor(abs(x))'],
    ['floor(x + 3)', 'floor(x) + 3'],
    ['floor(x / 2)', 'x < -18 ? -10 : floor(x / 2)'],
    ['abs(x - round(x))', 'min(x - floor(x), ceil(x) - x)'],
    [
      '0.5 ** floor((x + 20) / 10)',
      'x < -10 ? 1 : x < 0 ? 0.5 : x < 10 ? 0.25 : x < 20 ? 0.125 : 0.0625',
    ],
    ['floor(alpha)', 'alpha < 1 ? 0 : alpha < 2 ? 1 : alpha < 3 ? 2 : 3'],
    ['D(x * floor(x), x)', 'x === floor(x) ? NaN : floor(x)'],
    ['D(floor(x), x)', 'x === round(x) ? NaN : 0'],
  ])('is equal: %s and %s', (a, b) => {
    expect(within(a, b)).toMatchObject({ verdict: expect.stringMatching(/^equal/) })
  })

  it.each([
    ['floor(x)', 'ceil(x) - 1'],
    ['round(x)', 'ceil(x - 0.5)'],
    ['D(floor(x), x)', '0'],
  ])('is the same but for single places: %s and %s', (a, b) => {
    expect(within(a, b)).toMatchObject({ verdict: 'null-set' })
  })

  it.each([
    ['floor(x)', 'trunc(x)'],
    ['floor(x)', 'round(x)'],
    ['floor(x / 3)', 'floor(x) / 3'],
    ['floor(2 * x)', '2 * floor(x)'],
    ['ceil(x)', 'floor(x) + 1.5'],
  ])('is different: %s and %s', (a, b) => {
    expect(within(a, b)).toMatchObject({ verdict: 'different' })
  })

  it.each([
    ['floor(1000 * x) / 1000 + 1', 'floor(1000 * x + 1000) / 1000'],
    ['floor(floor(x) / 2)', 'floor(x / 2)'],
    ['floor(1 / x)', 'ceil(1 / x) - (sin(pi / x) === 0 ? 0 : 1)'],
  ])('stays open, where there are too many steps: %s and %s', (a, b) => {
    expect(within(a, b)).toMatchObject({ verdict: 'unknown' })
  })
})

describe('what rounds, everywhere', () => {
  it.each([
    ['2 * floor(x)', 'floor(x) + floor(x)'],
    ['ceil(exp(x))', '-floor(-exp(x))'],
    ['x - floor(x) + floor(x)', 'x'],
  ])('is equal whatever the whole numbers are: %s and %s', (a, b) => {
    expect(proveEqual(parseFormula(a), parseFormula(b))).toMatchObject({ verdict: 'equal' })
  })

  it.each([
    ['floor(1 / x) - floor(1 / x)', '0'],
    ['D(floor(x), x)', '0'],
    ['floor(x) * (floor(x) - 1) >= 0 ? 1 : 0', '1'],
    ['floor(x) - x <= 0 ? 1 : 2', '1'],
    ['floor(x + 1)', 'floor(x) + 1'],
  ])('claims nothing that is not certain: %s and %s', (a, b) => {
    const { verdict } = proveEqual(parseFormula(a), parseFormula(b))
    expect(['unknown', 'domain', 'null-set']).toContain(verdict)
  })

  it('finds a difference', () => {
    const decision = proveEqual(parseFormula('round(x)'), parseFormula('floor(x)'))
    expect(decision.verdict).toBe('different')
  })
})

const ROUNDED = ['floor', 'ceil', 'round', 'trunc']
const INNER = [
  'x',
  'x / 2',
  '2 * x',
  '-x',
  'x + 0.5',
  'alpha * x',
  'x * x / 16',
  'x / 3 + alpha',
  'tanh(x)',
]
const AROUND = [
  (r: string) => r,
  (r: string) => `x - ${r}`,
  (r: string) => `${r} > 1 ? x : ${r}`,
  (r: string) => `tanh(${r})`,
  (r: string) => `D(x * ${r}, x)`,
  (r: string) => `abs(x - ${r}) < 0.25 ? 1 : 0`,
]

it('is never contradicted by long division at points of the domain, whole ones among them', () => {
  const piece = fc.tuple(
    fc.constantFrom(...AROUND),
    fc.constantFrom(...ROUNDED),
    fc.constantFrom(...INNER),
  )
  const text = piece.map(([around, name, inner]) => around(`${name}(${inner})`))
  const near = ['0', '1', '-1', '2', '0.5', '-2.5', '7', '20'].map((at) => ({
    a: { n: BigInt(Math.round(Number(at) * 2)), d: 2n },
    b: { n: 0n, d: 1n },
  }))
  fc.assert(
    fc.property(text, text, fc.boolean(), fc.integer({ min: 1, max: 1e6 }), (f, g, same, seed) => {
      const [a, b] = [parseFormula(f), parseFormula(same ? `(${f}) + 0 * (${g})` : g)]
      const decision = proveWithin(a, b, { domain: DOMAIN, tolerance: 1e-5 })
      const asked = {
        a,
        b,
        variables: ['x', 'alpha'],
        assumptions: [],
        near,
        domain: DOMAIN,
        tolerance: fraction(1n, 100_000n),
      }
      expect(objectionWithin(asked as never, decision, randomFrom(seed))).toBeUndefined()
    }),
    { seed: 20260101, numRuns: 120 },
  )
})
