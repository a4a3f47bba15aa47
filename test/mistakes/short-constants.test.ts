import { expect, test } from 'vitest'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import type { Expr } from '../../src/formula/expr.ts'
import { mapFormula } from '../../src/formula/map-formula.ts'
import { shortConstants } from '../../src/mistakes/short-constants.ts'
import { viewOf } from '../../src/mistakes/table-view.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'

/** A formula's values on a line, as the table that an answer is held against. */
function viewOn(truth: Expr) {
  const x = Float64Array.from({ length: 400 }, (_, k) => (k - 200) / 10 + 0.013)
  const none = new Uint8Array(x.length)
  const low = x.map((value) => compileFloat64(truth, ['x'])(value))
  return viewOf({ names: ['x'], columns: [x], low, high: low, kink: none, orNaN: none } as never)
}

function noteFor(written: string, truth: string) {
  const right = parseFormula(truth)
  return shortConstants(parseFormula(written), right, viewOn(right))
}

test.each([
  ['0.67 * x', '2 * x / 3', ['0.67 for 2/3']],
  ['0.66 * x', '2 * x / 3', ['0.66 for 2/3']],
  ['0.8 * x', 'sqrt(2 / pi) * x', ['0.8 for sqrt(2 / pi)']],
  ['sin(3.14 * x)', 'sin(pi * x)', ['3.14 for pi']],
  ['x * sigmoid(1.7 * x)', 'x * sigmoid(1.702 * x)', ['1.7 for 1.702']],
  ['x > 0 ? 1.05 * x : 1.05 * 1.67 * expm1(x)', 'selu(x)', ['1.05 for the scale', '1.67 for']],
  [
    'x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044 * x ** 3)))',
    'geluTanh(x)',
    ['0.044 for 0.044715'],
  ],
  ['0.5 * x + 0.33', '0.5 * x + 1 / 3', ['0.33 for 1/3']],
])('%s instead of %s', (written, truth, names) => {
  const found = noteFor(written, truth)
  expect(found).toEqual(names.map((name) => expect.stringContaining(name)))
})

test.each([
  ['another number', '0.68 * x', '2 * x / 3'],
  ['neither rounded nor cut', '0.4 * x', 'x / 3'],
  ['a whole number', '3 * x', 'pi * x'],
  ['wrong besides', '0.67 * x + 1', '2 * x / 3'],
  ['no number at all', 'x', '2 * x / 3'],
  ['right already', '0.5 * x', 'x / 2'],
  ['where no point is', 'x > 0 ? 1 : x < 0 ? 0 : 0.6', 'x > 0 ? 1 : 0'],
  ['the place of a bump', 'x + (abs(x - 2.5) < 0.1 ? 1 : 0)', 'x'],
  ['near enough already', 'x == 0.5 ? 7 : x > 0 ? 0.16667 : 0', 'x > 0 ? 1 / 6 : 0'],
])('%s is none', (_, written, truth) => {
  expect(noteFor(written, truth)).toBeUndefined()
})

test.each([1, 2, 3])('the constants of a formula, cut to %i digits', (digits) => {
  const truth = parseFormula('0.7978845608 * tanh(0.7978845608 * x + 0.333333333 * x ** 3)')
  const cut = mapFormula(truth, (part) =>
    part.kind === 'number' && part.text.includes('.')
      ? { ...part, text: String(Number(Number(part.text).toPrecision(digits))) }
      : part,
  )
  expect(shortConstants(cut, truth, viewOn(truth))).toHaveLength(2)
})
