import { describe, expect, it } from 'vitest'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import { proveEqual } from '../../src/prover/prove-equal.ts'
import { parseAssumption, parseFormula } from '../../src/source/parse-formula.ts'

function verdictOf(a: string, b: string, assumptions: readonly string[] = []): string {
  return proveEqual(parseFormula(a), parseFormula(b), assumptions.map(parseAssumption)).verdict
}

describe('reaches formulas of which one side is written by cases', () => {
  it.each([
    ['max(sigmoid(x), x)', 'sigmoid(x) > x ? sigmoid(x) : x'],
    ['max(exp(-x), x)', 'x > exp(-x) ? x : exp(-x)'],
    ['hardTanh(beta*x)', 'beta*x > 1 ? 1 : beta*x < -1 ? -1 : beta*x'],
    ['x*y > 0 ? 1 : 0', 'x > 0 ? (y > 0 ? 1 : 0) : x < 0 ? (y < 0 ? 1 : 0) : 0'],
    ['a**2 + b**2 > 0 ? 1 : a', 'a**2 + b**2 > 0 ? 1 : 0'],
    ['a**4 + b**2 + c**2 > 0 ? 1 : a*b', 'a**4 + b**2 + c**2 > 0 ? 1 : 0'],
  ])('%s = %s', (a, b) => {
    expect(verdictOf(a, b)).toBe('equal')
  })

  it('and sees that one place is left', () => {
    expect(verdictOf('a**2 + b**2 > 0 ? 1 : 1 + a', 'a**2 + b**2 > 0 ? 1 : 0')).toBe('null-set')
  })
})

describe('differentiates at the edge of the domain of a square root', () => {
  it.each([
    ['D(sqrt(a**2 + b**2), a)', 'a/sqrt(a**2 + b**2)', 'equal'],
    ['D(sqrt(a**2 + b**2), a)', 'b/sqrt(a**2 + b**2)', 'different'],
    ['D(sqrt(x**2), x)', 'x/abs(x)', 'equal'],
    ['D(sqrt(x**2), x)', 'sign(x)', 'null-set'],
    ['D(sqrt(x**2 + x**3), x)', '(2*x + 3*x**2)/(2*sqrt(x**2 + x**3))', 'equal'],
    ['D(sqrt(x**4), x)', '2*x', 'unknown'],
  ])('%s beside %s: %s', (a, b, verdict) => {
    expect(verdictOf(a, b)).toBe(verdict)
  })
})

describe('sees through roots of roots, whatever stands before them', () => {
  it.each([
    ['sqrt(3 + 2*sqrt(2))', '1 + sqrt(2)', 'equal'],
    ['x*y*sqrt(5 + 2*sqrt(6))', 'x*y*(sqrt(2) + sqrt(3))', 'equal'],
    ['exp(x)*sqrt(5 - 2*sqrt(6))', 'exp(x)*(sqrt(3) - sqrt(2))', 'equal'],
    ['x*sqrt(5 - 2*sqrt(6))', 'x*(sqrt(2) - sqrt(3))', 'different'],
  ])('%s beside %s: %s', (a, b, verdict) => {
    expect(verdictOf(a, b)).toBe(verdict)
  })
})

describe('reads equations among the assumptions', () => {
  it.each([
    ['x**alpha', 'x**2', ['alpha === 2'], 'equal'],
    ['alpha*x', '2*x', ['alpha === 2'], 'equal'],
    ['alpha*x', '3*x', ['alpha === 2'], 'different'],
    ['a*b', '6', ['a === 2', 'b === 3'], 'equal'],
  ])('%s beside %s where %s: %s', (a, b, assumptions, verdict) => {
    expect(verdictOf(a, b, assumptions)).toBe(verdict)
  })
})

describe('adds up angles, as long as they stay on their branch', () => {
  it.each([
    ['2*atan(tanh(x/2))', 'atan(sinh(x))', [], 'equal'],
    ['atan(x)', '2*atan(x/(1 + sqrt(1 + x**2)))', [], 'equal'],
    ['atan(sin(x)/(1 + cos(x)))', 'x/2', ['x > -3', 'x < 3'], 'equal'],
    ['acos(cos(x))', 'x', ['x > 0', 'x < 3'], 'equal'],
    ['acos(cos(x))', 'x', ['x >= 0', 'x <= pi'], 'equal'],
    ['acos(cos(x))', '-x', ['x >= -3', 'x <= 0'], 'equal'],
    ['asin(sin(x))', 'x', ['x >= -pi/2', 'x <= pi/2'], 'equal'],
    ['asin(sin(x))', 'x', ['x >= -pi/2', 'x <= 1.58'], 'different'],
    ['sin(x) > 0 ? 1 : 2', '1', ['x >= 0', 'x <= 3'], 'null-set'],
    ['cos(x + y) === 0 ? 1 : 2', '2', ['x + y > -1', 'x + y < 1'], 'equal'],
    ['acos(cos(x))', 'x', ['x >= 0', 'x <= 3.2'], 'different'],
    ['asin(sin(x))', 'pi - x', ['x >= 2', 'x <= 4'], 'equal'],
    ['sqrt(sin(x)**2)', 'sin(x)', ['x >= 0', 'x <= pi'], 'equal'],
    ['sqrt(cos(x)**2)', 'cos(x)', ['abs(x) <= pi/2'], 'equal'],
    ['sqrt(cos(x)**2)', 'cos(x)', ['abs(x) <= 1.6'], 'different'],
    ['atan(tan(x))', 'x', ['x > -1', 'x < 1'], 'equal'],
    ['atan(tan(x))', 'x - pi', ['x > 2', 'x < 3'], 'equal'],
    ['atan(tan(x))', 'x', ['x > 2', 'x < 3'], 'different'],
    ['atan(tan(x))', 'x', ['x > -2', 'x < 2'], 'different'],
    ['atan(tan(x))', 'x', [], 'different'],
  ])('%s beside %s where %s: %s', (a, b, assumptions, verdict) => {
    expect(verdictOf(a, b, assumptions)).toBe(verdict)
  })
})

describe('tells apart what no double tells apart', () => {
  it.each([
    ['1 - exp(-600)', '1'],
    ['1 + exp(-600)', '1'],
    ['exp(-600)', '0'],
    ['x*(1 - exp(-600))', 'x'],
    ['x > 6.51 && x < 6.5101 ? x + 1 : x', 'x'],
    ['x > 1 ? (x < 1 + 1e-30 ? 1 : 0) : 0', '0'],
    ['x > sqrt(2) ? (x < sqrt(2) + 1e-30 ? 1 : 0) : 0', '0'],
    ['x > log(2) ? (x < log(2) + 1e-30 ? 1 : 0) : 0', '0'],
    ['x > 50 ? prelu(x, alpha) + 1 : prelu(x, alpha)', 'prelu(x, alpha)'],
    ['x > 1e-300 ? 1 : 0', 'x > 0 ? 1 : 0'],
    ['x > 1 && x < 1 + 1e-300 ? 7 : 0', '0'],
    ['sin(x) > 0.9999999 ? 5 : x', 'x'],
    ['sin(x) + cos(x) > 1.41421356237 ? 5 : x', 'x'],
    ['exp(-1*(x - 3.3)**2) > 0.99999999 ? 5 : x', 'x'],
  ])('%s and %s', (a, b) => {
    expect(verdictOf(a, b)).toBe('different')
  })
})

describe('compares a growing function with a number by its inverse', () => {
  it.each([
    ['log(x) > -5 ? 1 : 2', 'x > exp(-5) ? 1 : 2'],
    ['1 - 2*log(x) > 3 ? 1 : 2', 'x >= 0 && x < exp(-1) ? 1 : 2'],
    ['log(x)/3 > 1 ? 1 : 2', 'x > exp(3) ? 1 : 2'],
    ['log(x) + log(x + 1) > 1 ? 1 : 2', 'x*(x + 1) > E && x > 0 ? 1 : 2'],
    ['exp(x) + 1 > E ? 1 : 2', 'x > log(E - 1) ? 1 : 2'],
    ['sin(1)*exp(x) > cos(1) ? 1 : 2', 'x > log(cos(1)/sin(1)) ? 1 : 2'],
    ['cos(3)*exp(x) > -1 ? 1 : 2', 'x < -log(-cos(3)) ? 1 : 2'],
    ['-exp(x) > pi ? 1 : 2', '2'],
    ['softplus(x) > 1 ? softplus(x) : 1', 'max(1, softplus(x))'],
    ['softplus(x) > 1 ? 1 : 2', 'x > log(E - 1) ? 1 : 2'],
    ['softplus(x) > x + 1 ? 1 : 2', 'exp(-x) > E - 1 ? 1 : 2'],
    ['atan(x) > 1 ? 1 : 2', 'x > tan(1) ? 1 : 2'],
    ['-2*atan(x) > 1.2 ? 1 : 2', 'x < -tan(0.6) ? 1 : 2'],
    ['atan(x) < 2 ? 1 : 2', '1'],
    ['asin(x) > 1/2 ? 1 : 2', 'x > sin(1/2) && x <= 1 ? 1 : 2'],
    ['acos(x) < 1 ? 1 : 2', 'x > cos(1) && x <= 1 ? 1 : 2'],
    ['atanh(x) > 1 ? 1 : 2', 'x > tanh(1) && x <= 1 ? 1 : 2'],
    ['x > 0 && log(x) > y ? 1 : 2', 'x > exp(y) ? 1 : 2'],
  ])('%s = %s', (a, b) => {
    expect(verdictOf(a, b)).toBe('equal')
  })

  it.each([
    ['log(x) > -5 ? 1 : 2', 'x > exp(-5) + 1e-13 ? 1 : 2'],
    ['softplus(x) > 1 ? 1 : 2', 'x > log(E - 1) + 1e-30 ? 1 : 2'],
    ['atan(x) > 1 ? 1 : 2', 'x > tan(1) - 1e-30 ? 1 : 2'],
  ])('%s is not %s', (a, b) => {
    expect(verdictOf(a, b)).toBe('different')
  })
})

describe('takes what is infinite for what it is in JavaScript', () => {
  it.each([
    ['log(x) !== log(x) ? 0 : log(x)', 'x >= 0 ? log(x) : 0', 'equal'],
    ['log(x) === log(x) ? 1 : 2', 'x >= 0 ? 1 : 2', 'equal'],
    ['log(x) === log(x) ? 1 : 2', 'x > 0 ? 1 : 2', 'null-set'],
    ['x*log(x) === x*log(x) ? x*log(x) : 0', 'x > 0 ? x*log(x) : 0', 'equal'],
    ['1/x !== 1/x ? 0 : 1/x', '1/x', 'equal'],
    ['log(x) > -Infinity ? 1 : 2', 'x > 0 ? 1 : 2', 'equal'],
    ['log(x) === -Infinity ? 1 : 2', 'x === 0 ? 1 : 2', 'equal'],
    ['log(abs(x)) < 0 ? 1 : 2', 'abs(x) < 1 ? 1 : 2', 'equal'],
    ['log(x) < log(x**2) ? 1 : 2', 'x > 1 ? 1 : 2', 'equal'],
    ['2 - log(x) > 0 ? 1 : 2', 'x >= 0 && x < exp(2) ? 1 : 2', 'equal'],
    ['atanh(x) === Infinity ? 1 : 2', 'x === 1 ? 1 : 2', 'equal'],
    // Which infinity it is hangs on the sign of a zero.
    ['1/x > 5 ? 1 : 2', 'x > 0 && x < 1/5 ? 1 : 2', 'unknown'],
  ])('%s beside %s: %s', (a, b, verdict) => {
    expect(verdictOf(a, b)).toBe(verdict)
    if (verdict !== 'equal') return
    const [left, right] = [a, b].map((text) => compileFloat64(parseFormula(text), ['x']))
    for (const x of [0, -0, 1, -1]) expect(left?.(x)).toBe(right?.(x))
  })
})

describe('answers at a place where something is infinite as the machine does, or not at all', () => {
  const sides = [
    ...['log(x)', '-log(x)', '2 - log(x)', 'log(x)/3', 'log(x) + x', 'x - 2*log(x)', 'x*log(x)'],
    ...['log(x)*log(x)', 'log(x) - log(2*x)', 'log(x)/x', '1/log(x)', 'log(-x)', 'sqrt(log(x))'],
    ...['atanh(x + 1)', 'atanh(x - 1)', 'log(x**2) - 5', '(x - 1)*log(x)', 'abs(log(x))', '1/x'],
    ...[
      'max(log(x), -100)',
      'exp(log(x))',
      '(x + 1)/x',
      'x > 0 ? 1 : log(x)',
      'log(x) === 0 ? 1 : 2',
    ],
  ]
  const others = ['0', '5', '-5', 'Infinity', '-Infinity', 'x', 'log(x)', 'log(2*x)', 'NaN']
  const decided: string[] = []

  it.each(sides)('%s', (side) => {
    for (const other of [...others, side]) {
      for (const comparison of ['<', '<=', '>', '>=', '===', '!==']) {
        const test = `(${side}) ${comparison} (${other})`
        const seen = compileFloat64(parseFormula(`${test} ? 1 : 2`), ['x'])
        // Where the sign of a zero decides, nothing may be said.
        if (seen(0) !== seen(-0)) continue
        const verdict = verdictOf(`x === 0 ? (${test} ? 1 : 2) : 0`, `x === 0 ? ${seen(0)} : 0`)
        expect([verdict, test]).toEqual([verdict === 'unknown' ? 'unknown' : 'equal', test])
        if (verdict !== 'unknown') decided.push(test)
      }
    }
  })

  it('and mostly answers', () => {
    expect(decided.length).toBeGreaterThan(sides.length * 30)
  })
})

it('shows a place only where all holds that leads there, also what it could not work out', () => {
  const a = 'cos(x + beta) + sin(x + beta) < 0 && x > 4.70001 && x < 4.70002 ? cos(x) + 1 : cos(x)'
  const found = proveEqual(parseFormula(a), parseFormula('cos(x)'), [])
  if (found.verdict !== 'different') throw new Error(found.verdict)
  const [x, beta] = ['x', 'beta'].map((name) => {
    const [top = '', bottom = '1'] = (found.witness[name] ?? '').split('/')
    return Number(top) / Number(bottom)
  }) as [number, number]
  expect(compileFloat64(parseFormula(a), ['x', 'beta'])(x, beta)).toBe(Math.cos(x) + 1)
})

it('works out no power that is longer than its bound is worth', () => {
  const test = 'exp(x**3 - x) + exp(sigmoid(beta*x)) + 1e-9 < 2*exp((x**3 - x + sigmoid(beta*x))/2)'
  const found = proveEqual(parseFormula(`${test} ? 1 : 0`), parseFormula('0'), [])
  if (found.verdict !== 'unknown') throw new Error(found.verdict)
  expect(found.why).toBe('the formulas could neither be proved equal nor told apart')
})
