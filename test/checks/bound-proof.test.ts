import { expect, test } from 'vitest'
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
