import { expect, it } from 'vitest'
import { describeRanges, domainOf, insideOf, isInside } from '../../src/formula/domain.ts'
import { printCondition } from '../../src/formula/print.ts'
import { parseAssumption } from '../../src/source/parse-formula.ts'

const exercise = {
  domain: [-20, 20] as const,
  parameters: {
    alpha: { values: [0.5, 2, -1], assume: [parseAssumption('alpha !== 0')] },
    beta: { values: [1], assume: [] },
  },
}

const domain = domainOf(['x', 'alpha'], exercise)

it('is made of the arguments that a function has', () => {
  expect(domain).toMatchObject({ intervals: { x: [-20, 20] }, parameters: { alpha: [-1, 2] } })
  expect(domain.assume.map(printCondition)).toEqual(['alpha !== 0'])
})

it('is said as conditions, for proofs and for people', () => {
  expect(insideOf(domain).map(printCondition)).toEqual([
    'x >= -20 && x <= 20',
    'alpha >= -1 && alpha <= 2',
  ])
  expect(describeRanges(domain)).toEqual(['-20 <= x <= 20', '-1 <= alpha <= 2'])
})

it('ends with its intervals, those of the parameters too', () => {
  expect(isInside(domain, { x: 20, alpha: 1 })).toBe(true)
  expect(isInside(domain, { x: 20.5, alpha: 1 })).toBe(false)
  expect(isInside(domain, { x: 0, alpha: 2 })).toBe(true)
  expect(isInside(domain, { x: 0, alpha: 7 })).toBe(false)
})
