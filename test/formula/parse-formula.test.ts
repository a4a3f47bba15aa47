import { expect, it } from 'vitest'
import { FormulaError } from '../../src/formula/formula-error.ts'
import { printCondition, printFormula } from '../../src/formula/print.ts'
import { parseAssumption, parseFormula } from '../../src/source/parse-formula.ts'

function errorOf(text: string): FormulaError {
  try {
    parseFormula(text)
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
  throw new Error(`${text} was accepted`)
}

it.each([
  ['D(tanh(x), x)', 'sech(x) ** 2'],
  ['D(x ** 3, x, 2)', '3 * (2 * x)'],
  ['Math.pow(x, 2)', 'x ** 2'],
  ['hypot(x, 1)', 'sqrt(x ** 2 + 1 ** 2)'],
  ['Math.E ** x', 'E ** x'],
  ['0x10 + 1_000', '16 + 1000'],
])('reads %s', (text, printed) => {
  expect(printFormula(parseFormula(text))).toBe(printed)
})

it('reads an assumption', () => {
  expect(printCondition(parseAssumption('alpha > 0 && alpha < 1'))).toBe('alpha > 0 && alpha < 1')
})

it.each([
  ['1 + tahn(x)', 4, /no function `tahn`/, /tanh/],
  ['x ^ 2', 0, /no operator `\^`/, /x \*\* 2/],
  ['-x ** 2', 0, /is no formula/, /\(-x\) \*\* 2/],
  ['x; y', 1, /is no formula/, undefined],
  ['exp(x, 1)', 0, /exp takes 1 argument, and 2 are given/, undefined],
  ['"x"', 0, /not part of the formula language/, /numbers/],
  ['', 0, /is no formula/, undefined],
])('refuses %s with the place and what to write', (text, offset, message, advice) => {
  const error = errorOf(text)
  expect(error.message).toMatch(message)
  expect(error.offset).toBe(offset)
  if (advice !== undefined) expect(error.advice).toMatch(advice)
})

it('refuses a nesting that would overflow the parser', () => {
  expect(errorOf('('.repeat(100_000)).message).toMatch(/too long or too deeply nested/)
  expect(errorOf(`${'('.repeat(1000)}x${')'.repeat(1000)}`).message).toMatch(/too deeply/)
})
