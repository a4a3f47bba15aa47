import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printFormula } from '../../src/formula/print.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { anyFormula, bare } from './random-formula.ts'

it('prints text that parses back to the same formula', () => {
  fc.assert(
    fc.property(anyFormula, (expr) => {
      expect(bare(parseFormula(printFormula(expr)))).toEqual(bare(expr))
    }),
    { seed: 1, numRuns: 1000 },
  )
})

it.each([
  ['(a + b) + c', 'a + b + c'],
  ['a - (b - c)', 'a - (b - c)'],
  ['(-x) ** 2', '(-x) ** 2'],
  ['-(x ** 2)', '-(x ** 2)'],
  ['x > 0 ? x : (x < -1 ? 2 : 3)', 'x > 0 ? x : x < -1 ? 2 : 3'],
  ['Math.exp(x) * Math.PI', 'exp(x) * pi'],
])('prints %s with as few parentheses as possible', (text, printed) => {
  expect(printFormula(parseFormula(text))).toBe(printed)
})
