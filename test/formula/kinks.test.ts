import { expect, it } from 'vitest'
import { differentiate } from '../../src/formula/differentiate.ts'
import { kinksOf } from '../../src/formula/kinks.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'

it('gives both one-sided slopes of pReLU at 0', () => {
  const slope = differentiate(parseFormula('prelu(x, alpha)'), 'x')
  expect(kinksOf(slope, 'x', { alpha: 0.25 }, [-20, 20])).toEqual([{ at: 0, left: 0.25, right: 1 }])
})

it('finds kinks at several points, also between the grid points', () => {
  const hat = parseFormula('max(0, 1/1000 - abs(x - 0.3))')
  const kinks = kinksOf(hat, 'x', {}, [-20, 20])
  expect(kinks).toHaveLength(3)
  for (const [index, at] of [0.299, 0.3, 0.301].entries()) {
    expect(kinks[index]?.at).toBeCloseTo(at, 12)
  }
})

it('finds kinks that depend on a parameter', () => {
  const shrink = parseFormula('abs(x) > lambda ? x : 0')
  expect(kinksOf(shrink, 'x', { lambda: 0.5 }, [-5, 5])).toEqual([
    { at: -0.5, left: -0.5, right: 0 },
    { at: 0, left: 0, right: 0 },
    { at: 0.5, left: 0, right: 0.5 },
  ])
})

it('finds none in a smooth formula', () => {
  expect(kinksOf(parseFormula('tanh(x) * exp(-x)'), 'x', {}, [-20, 20])).toEqual([])
})
