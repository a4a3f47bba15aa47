import { describe, expect, test } from 'vitest'
import { proveBound } from '../../src/checks/bound-proof.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'

function prove(text: string, limit = 0.1) {
  return proveBound({ formula: parseFormula(text), variable: 'x', target: Math.tanh, limit })
}

test('a cheap tanh is proved to be near tanh for every x', () => {
  expect(prove('x >= 2 ? 1 : x <= -2 ? -1 : x * (1 - abs(x) / 4)').kind).toBe('proved')
  expect(prove('x > 3 ? 1 : x < -3 ? -1 : x * (27 + x ** 2) / (27 + 9 * x ** 2)').kind).toBe(
    'proved',
  )
})

test('what is too far off stays open, and the place is told', () => {
  const proof = prove('max(-1, min(1, x))')
  expect(proof.kind).toBe('open')
  const at = proof.kind === 'open' ? proof.at : 0
  expect(Math.abs(Math.max(-1, Math.min(1, at)) - Math.tanh(at))).toBeGreaterThan(0.0999)
})

test('a bump too narrow for any sample is found', () => {
  const bump = 'x > 1.23456 && x < 1.234561 ? 5 : x >= 2 ? 1 : x <= -2 ? -1 : x * (1 - abs(x) / 4)'
  const proof = prove(bump)
  expect(proof.kind).toBe('open')
})

test('an error at the far end is not missed', () => {
  expect(prove('x >= 2 ? 1 + x / 1e9 : x <= -2 ? -1 + x / 1e9 : x * (1 - abs(x) / 4)').kind).toBe(
    'open',
  )
})

/** tanh, but for what stands between -40 and 40: farther out exp is enclosed by nothing. */
const within = (middle: string) => `x > 40 ? 1 : x < -40 ? -1 : ${middle}`

describe('where the formula is no quotient of polynomials, intervals decide', () => {
  test.each([
    ['one way through it', 'tanh(x)', 0.01],
    ['several', 'x > 3 || x < -3 ? tanh(x) : 0.99 * tanh(x)', 0.05],
    ['one of no length', 'x > 1 && x < 1.5 ? tanh(x) : tanh(x) + 0.01', 0.05],
    ['a wide limit', 'x > 0 ? 1 - exp(-x) : exp(x) - 1', 0.3],
  ])('%s', (_, middle, limit) => {
    expect(prove(within(middle), limit).kind).toBe('proved')
  })

  test.each([
    ['too far off', within('x > 0 ? 1 - exp(-x) : exp(x) - 1'), 0.05],
    ['where it is not defined', within('log(x) - log(x) + tanh(x)'), 0.1],
    ['where it cannot be enclosed', within('tanh(x) + 1 / sin(x) - 1 / sin(x)'), 0.1],
    ['where too many ways lead through it', within(manyWays()), 0.2],
    ['beyond all doubles', 'tanh(x)', 0.1],
  ])('and a claim stays open %s', (_, formula, limit) => {
    const proof = prove(formula, limit)
    expect(proof.kind).toBe('open')
    expect(proof.kind === 'open' && Number.isFinite(proof.at)).toBe(true)
  })
})

/** Two to the fifth, near a place where none of five comparisons is certain. */
function manyWays(): string {
  const steps = Array.from({ length: 5 }, (_, k) => `(exp(x) * ${k + 1} > ${k + 1} ? 0 : 0.001)`)
  return `tanh(x) + ${steps.join(' + ')}`
}

test('whatever the target is that never falls', () => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
  const claim = (text: string) =>
    proveBound({ formula: parseFormula(text), variable: 'x', target: sigmoid, limit: 0.03 })
  expect(claim('x >= 4 ? 1 : x <= -4 ? 0 : 0.5 + x / 4 * (1 - abs(x) / 8)').kind).toBe('proved')
  expect(claim('max(0, min(1, 0.5 + x / 4))').kind).toBe('open')
})
