import { describe, expect, test } from 'vitest'
import { proveOdd, proveRising } from '../../src/checks/shape-proof.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'

const odd = (text: string) => proveOdd(parseFormula(text), 'x')
const rising = (text: string) => proveRising(parseFormula(text), 'x')

/** A point worth a look shows the failure where there is one. */
function shows(
  text: string,
  points: readonly number[],
  fails: (f: (x: number) => number) => (x: number) => boolean,
) {
  const f = new Function('x', `const { abs, min, max, tanh, exp, sign } = Math; return ${text}`)
  return points.some(fails(f as (x: number) => number))
}

describe('odd', () => {
  test.each([
    'x',
    'x ** 3',
    'x > 0 ? x * x : -x * x',
    'x / (1 + abs(x))',
    'tanh(x)',
    'exp(x) - exp(-x)',
  ])('is %s', (text) => {
    expect(odd(text)).toMatchObject({ proved: true })
  })

  test.each([
    'x + 1',
    'x ** 2',
    'x > 0 ? x : 0.5 * x',
    'x > 1e-9 ? x + 1 : x',
    'exp(x)',
    'tanh(x) + 0.25',
  ])('is not %s, as a point shows', (text) => {
    const { proved, worthALook } = odd(text)
    expect(proved).toBe(false)
    expect(shows(text, worthALook, (f) => (x) => f(-x) !== -f(x))).toBe(true)
  })

  test('is what no proof decides left open, without a point', () => {
    expect(
      odd('x > 0 ? erf(x) ** 1.5 : -(erf(-x) ** 1.5 + 0 * exp(x ** 2 - x))').worthALook.length,
    ).toBeLessThan(2)
  })
})

describe('never falling', () => {
  test.each(['x', 'max(0, x)', '1', 'x > 0 ? 1 : 0', 'x / (1 + abs(x))', 'x ** 3'])(
    'is %s',
    (text) => {
      expect(rising(text)).toMatchObject({ proved: true })
    },
  )

  test.each(['-x', 'x ** 2', 'x > 0 ? 0 : 1', 'x - x ** 3 / 12', 'x > 5 && x < 5.000001 ? 4 : x'])(
    'is not %s, as two points show',
    (text) => {
      const { proved, worthALook } = rising(text)
      expect(proved).toBe(false)
      const falls = (f: (x: number) => number) => (x: number) =>
        [...worthALook, 1].some((y) => y > x && f(y) < f(x))
      expect(shows(text, [...worthALook, -1], falls)).toBe(true)
    },
  )

  test('is not decided of what is no quotient of polynomials', () => {
    expect(rising('tanh(x)')).toEqual({ proved: false, worthALook: [] })
  })
})
