import { expect, it } from 'vitest'
import { proveUpToRounding } from '../../src/prover/rounded-literals.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'

function prove(a: string, b: string) {
  return proveUpToRounding(parseFormula(a), parseFormula(b))
}

it.each([
  ['x*0.7978845608028654', 'x*sqrt(2/pi)', '0.7978845608028654 for sqrt(2 / pi)'],
  ['x*0.3333333333333333', 'x/3', '0.3333333333333333 for 1/3'],
  ['exp(2.718281828459045*x)', 'exp(E*x)', '2.718281828459045 for e'],
  [
    '1.0507009873554805*(x > 0 ? x : 1.6732632423543772*expm1(x))',
    'selu(x)',
    '1.6732632423543772 for the alpha of SELU',
  ],
])('%s and %s are equal up to the rounding of a literal', (a, b, read) => {
  const decision = prove(a, b)
  expect(decision.verdict).toBe('equal')
  expect(decision.verdict === 'equal' && decision.upToRounding).toContain(read)
})

it.each([
  ['x*0.79788456', 'x*sqrt(2/pi)', '0.79788456 for sqrt(2 / pi), off by'],
  ['1.0507*(x > 0 ? x : 1.67326*expm1(x))', 'selu(x)', '1.0507 for the scale of SELU, off by'],
])('%s and %s differ, but only in the precision of a constant', (a, b, read) => {
  const decision = prove(a, b)
  expect(decision.verdict).toBe('different')
  expect(decision.verdict === 'different' && decision.precision).toContain(read)
})

it.each([
  ['x*0.3333', 'x*0.3334'],
  ['x*1.6732632423543772', 'x*1.67'],
  ['0.1*x', 'x/9'],
])('%s and %s are different, whatever the literals look like', (a, b) => {
  const decision = prove(a, b)
  expect(decision.verdict).toBe('different')
  expect(decision).not.toHaveProperty('precision')
})
