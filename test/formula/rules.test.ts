import { describe, expect, it } from 'vitest'
import { call, number, variable } from '../../src/formula/build.ts'
import { DEFINITIONS } from '../../src/formula/definitions.ts'
import { DERIVATIVES, PARTIAL_DERIVATIVES } from '../../src/formula/derivative-rules.ts'
import { compileFloat64, holdsFloat64 } from '../../src/formula/evaluate.ts'
import type { Expr, FunctionName } from '../../src/formula/expr.ts'
import { FUNCTION_ARITY } from '../../src/formula/expr.ts'
import { PIECEWISE } from '../../src/formula/piecewise.ts'
import { BY_FLOOR } from '../../src/formula/rounding.ts'
import { FUNCTIONS } from '../../src/prover/normal-form/functions.ts'

/** Away from the kinks of every function, on both sides of 0 and 1. */
const POINTS = [-7.3, -2.6, -0.7, -0.2, 0.3, 0.8, 1.4, 2.2, 5.1, 8.7]
const x = variable('x')
const p = variable('p')

function run(expr: Expr, at: number, parameter = 0.4): number {
  return compileFloat64(expr, ['x', 'p'])(at, parameter)
}

/** Richardson's extrapolation of central differences. */
function slope(f: (x: number) => number, at: number): number {
  const central = (h: number) => (f(at + h) - f(at - h)) / (2 * h)
  return (4 * central(5e-4) - central(1e-3)) / 3
}

describe('every derivative rule has the slope of its function', () => {
  it.each(Object.entries(DERIVATIVES))('%s', (name, rule) => {
    const f = call(name as FunctionName, x)
    const inside = POINTS.filter(
      (at) => rule.domain === undefined || holdsFloat64(rule.domain(x), { x: at }),
    )
    expect(inside.length).toBeGreaterThan(2)
    for (const at of inside) {
      const numeric = slope((u) => run(f, u), at)
      const size = Math.max(1, Math.abs(numeric))
      expect(
        Math.abs(run(rule.derivative(x), at) - numeric) / size,
        `${name}' at ${at}`,
      ).toBeLessThan(1e-6)
    }
  })

  it.each(Object.entries(PARTIAL_DERIVATIVES))('%s, in both arguments', (name, partials) => {
    const f = call(name as FunctionName, x, p)
    for (const at of POINTS) {
      const inFirst = slope((u) => run(f, u), at)
      expect(run(partials[0](x, p), at)).toBeCloseTo(inFirst, 6)
      const inSecond = slope((q) => run(f, at, q), 0.4)
      expect(run(partials[1](x, p), at)).toBeCloseTo(inSecond, 6)
    }
  })
})

describe('every definition is the function that it defines', () => {
  it.each([...Object.entries(DEFINITIONS), ...Object.entries(PIECEWISE)])('%s', (name, define) => {
    const f =
      FUNCTION_ARITY[name as FunctionName] === 2
        ? call(name as FunctionName, x, p)
        : call(name as FunctionName, x)
    for (const at of [-3, 0, 6, ...POINTS]) {
      const [expected, got] = [run(f, at), run(define(x, p), at)]
      if (Number.isNaN(expected) || !Number.isFinite(expected)) continue
      expect(
        Math.abs(got - expected) / Math.max(1, Math.abs(expected)),
        `${name}(${at})`,
      ).toBeLessThan(1e-9)
    }
  })

  it('covers every function of the language exactly once', () => {
    for (const name of Object.keys(FUNCTION_ARITY)) {
      const places = [DEFINITIONS, PIECEWISE, FUNCTIONS, BY_FLOOR].filter((rows) =>
        Object.hasOwn(rows, name),
      )
      expect(places, name).toHaveLength(1)
    }
  })
})

it('keeps literals apart from what they are near to', () => {
  expect(run(number('0.1'), 0)).toBe(0.1)
})
