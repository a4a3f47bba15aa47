import { describe, expect, it } from 'vitest'
import { call, compare, conditional, number, operation, variable } from '../../src/formula/build.ts'
import { costOf, totalOf } from '../../src/formula/cost.ts'
import type { Expr } from '../../src/formula/expr.ts'

const x = variable('x')
const total = (expr: Expr) => totalOf(costOf(expr))
const squared = (expr: Expr) => operation('*', expr, expr)

describe('what is used again', () => {
  it('counts once, however often it is used', () => {
    let tenth: Expr = x
    for (let k = 0; k < 10; k++) tenth = squared(tenth)
    expect(total(tenth)).toBe(10)
  })
  it('counts once where it is written twice', () => {
    const sum = () => operation('+', x, number(1))
    expect(total(operation('*', sum(), sum()))).toBe(2)
  })
  it('counts once where a test and a branch use it', () => {
    const square = squared(x)
    const expr = conditional(compare(square, '>', number(4)), number(1), squared(square))
    expect(costOf(expr)).toMatchObject({ multiplications: 2, comparisons: 1 })
  })
})

describe('the most expensive way', () => {
  const above = (at: number, then: Expr, otherwise: Expr) =>
    conditional(compare(x, '>', number(at)), then, otherwise)
  const long = squared(operation('+', x, number(3)))

  it('is one that a number can take', () => {
    // Above 2 it is above 1 as well: the two long branches belong to different numbers.
    const apart = operation('+', above(2, squared(x), number(0)), above(1, number(0), long))
    expect(total(apart)).toBe(5)
    const together = operation('+', above(2, squared(x), number(0)), above(1, long, number(0)))
    expect(total(together)).toBe(6)
  })
  it('knows a comparison that is turned round or put the other way', () => {
    const turned = conditional(compare(number(2), '<', x), number(0), long)
    expect(total(operation('+', above(2, squared(x), number(0)), turned))).toBe(5)
    const contrary = conditional(compare(x, '<=', number(2)), long, number(0))
    expect(total(operation('+', above(2, squared(x), number(0)), contrary))).toBe(5)
  })
  it('is all branches together where there are too many ways', () => {
    const letters = Array.from({ length: 12 }, (_, k) => variable(`a${k}`))
    const sum = letters
      .map((a) => conditional(compare(a, '>', number(0)), squared(a), number(0)))
      .reduce<Expr>((left, right) => operation('+', left, right), x)
    expect(costOf(sum)).toEqual({
      ...{ additions: 12, multiplications: 12, divisions: 0, comparisons: 12, functions: 0 },
    })
  })
})

it('counts calls by what they cost', () => {
  expect(costOf(call('max', x, call('exp', x)))).toMatchObject({ comparisons: 1, functions: 1 })
  expect(costOf(operation('**', number(2), x))).toMatchObject({ functions: 1 })
  expect(costOf(operation('**', x, number(3)))).toMatchObject({ multiplications: 2 })
})
