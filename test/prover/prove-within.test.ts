import { describe, expect, it } from 'vitest'
import type { Domain } from '../../src/formula/domain.ts'
import type { Decision } from '../../src/prover/decision.ts'
import { proveProgram, proveWithin } from '../../src/prover/prove-within.ts'
import { parseAssumption, parseFormula } from '../../src/source/parse-formula.ts'

const DOMAIN: Domain = {
  intervals: { x: [-20, 20] },
  parameters: { beta: [-1, 2] },
  assume: [],
}

function program(a: string, b: string, domain: Partial<Domain> = {}, tolerance = 1e-5): Decision {
  const question = { domain: { ...DOMAIN, ...domain }, tolerance }
  return proveProgram(parseFormula(a), parseFormula(b), question)
}

describe('a literal whose double is a constant', () => {
  it.each([
    ['x*0.7978845608028654', 'x*sqrt(2/pi)', '0.7978845608028654 for sqrt(2 / pi)'],
    ['x*0.3333333333333333', 'x/3', '0.3333333333333333 for 1/3'],
    ['exp(2.718281828459045*x)', 'exp(E*x)', '2.718281828459045 for e'],
    [
      '1.0507009873554805*(x > 0 ? x : 1.6732632423543772*expm1(x))',
      'selu(x)',
      '1.6732632423543772 for the alpha of SELU',
    ],
  ])('is the constant: %s and %s', (a, b, read) => {
    const decision = program(a, b)
    expect(decision.verdict).toBe('equal')
    expect(decision.read).toContain(read)
  })

  it('is a number where decimals are exact', () => {
    const [a, b] = [parseFormula('x*0.3333333333333333'), parseFormula('x/3')]
    const question = { domain: DOMAIN, tolerance: 0 }
    expect(proveWithin(a, b, question).verdict).toBe('different')
  })
})

describe('a constant with fewer digits', () => {
  it.each([
    ['x*0.79788456', 'x*sqrt(2/pi)', '0.79788456 for sqrt(2 / pi), off by'],
    ['1.0507*(x > 0 ? x : 1.67326*expm1(x))', 'selu(x)', '1.0507 for the scale of SELU, off by'],
  ])('is equal up to rounding within the tolerance: %s and %s', (a, b, because) => {
    const decision = program(a, b)
    expect(decision).toMatchObject({ verdict: 'equal-up-to-rounding' })
    expect(decision.verdict === 'equal-up-to-rounding' && decision.because).toContain(because)
  })

  it('is different beyond it, and that is why', () => {
    const decision = program('x*0.7978', 'x*sqrt(2/pi)')
    expect(decision.verdict).toBe('different')
    expect(decision.verdict === 'different' && decision.precision).toContain('0.7978 for')
  })

  it.each([
    ['x*0.3333', 'x*0.3334'],
    ['x*1.6732632423543772', 'x*1.67'],
    ['0.1*x', 'x/9'],
  ])('is no constant where none is near: %s and %s', (a, b) => {
    const decision = program(a, b)
    expect(decision.verdict).toBe('different')
    expect(decision).not.toHaveProperty('precision')
  })
})

describe('what lies outside of the domain', () => {
  it('decides nothing, and is told', () => {
    expect(program('x > 30 ? 0.9 : tanh(x)', 'tanh(x)')).toMatchObject({
      verdict: 'equal-on-domain',
      within: '-20 <= x <= 20 and -1 <= beta <= 2',
      outside: { x: '101' },
    })
  })

  it('does not hide what lies inside', () => {
    const decision = program('x > 30 || x > 19 && x < 19.01 ? 0.9 : tanh(x)', 'tanh(x)')
    expect(decision.verdict).toBe('different')
    const x = decision.verdict === 'different' ? decision.witness.x : ''
    expect(Number(x?.split('/')[0]) / Number(x?.split('/')[1])).toBeCloseTo(19.005, 2)
  })

  it('may be a hole, or a kink', () => {
    expect(program('sqrt(x + 30)**2', 'x + 30').verdict).toBe('equal-on-domain')
    expect(program('D(relu(x - 25), x)', 'x > 25 ? 1 : 0').verdict).toBe('equal-on-domain')
    expect(program('D(relu(x), x)', 'x > 0 ? 1 : 0')).toMatchObject({
      verdict: 'null-set',
      where: 'x = 0',
    })
  })

  it('is left out of the assumptions as well', () => {
    const assume = [parseAssumption('alpha > 0')]
    expect(program('abs(alpha)*x', 'alpha*x', { assume }).verdict).toBe('equal')
    expect(program('abs(alpha)*x', 'alpha*x').verdict).toBe('different')
  })
})

describe('a comparison with infinity', () => {
  it.each([
    ['exp(2*x) === Infinity ? 0 : (exp(2*x)-1)/(exp(2*x)+1)', 'tanh(x)', 'exp(2 * x)'],
    [
      'exp(beta*x) < Infinity ? x*exp(beta*x)/(1+exp(beta*x)) : 0',
      'swish(x, beta)',
      'exp(beta * x)',
    ],
  ])('holds where nothing overflows: %s', (a, b, part) => {
    expect(program(a, b)).toMatchObject({ verdict: 'equal-on-domain', finite: [part] })
  })

  it('decides nothing where the domain reaches an overflow', () => {
    const far = { intervals: { x: [-20, 1000] } } as const
    const decision = program('exp(x) === Infinity ? 0 : tanh(x)', 'tanh(x)', far)
    expect(decision).toMatchObject({
      verdict: 'unknown',
      why: 'whether exp(x) stays finite in float64 decides',
    })
  })

  it('of the variable itself is no question', () => {
    expect(program('x < Infinity ? x : 0', 'x').verdict).toBe('equal')
  })
})

describe('the tolerance', () => {
  it.each([
    ['tanh(x) + 1e-6', 'tanh(x)', 'equal-up-to-rounding'],
    ['tanh(x) + 1e-4', 'tanh(x)', 'different'],
    ['x*(1 + 1e-6)', 'x', 'equal-up-to-rounding'],
    ['x > 3 && x < 3.5 ? x + 2e-6 : x', 'x', 'equal-up-to-rounding'],
    ['x > 3 && x < 3.5 ? x + 2e-4 : x', 'x', 'different'],
    ['x + x*x/1e6', 'x', 'different'],
    ['(1 + 1e-7)*exp(beta*x)', 'exp(beta*x)', 'equal-up-to-rounding'],
  ])('%s and %s are %s', (a, b, verdict) => {
    expect(program(a, b).verdict).toBe(verdict)
  })
})

describe('a part of the domain that has no point', () => {
  it.each([
    'x**2 + beta**2 + 1e-9 < 2*x*beta ? x + 1 : x',
    'exp(x) + exp(beta) + 1e-9 < 2*exp(x/2 + beta/2) ? x + 1 : x',
  ])('shows no difference, even where nobody sees that it has none: %s', (a) => {
    expect(program(a, 'x').verdict).not.toBe('different')
  })
})
