import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFormula } from '../../../src/source/parse-formula.ts'
import type { Ball } from './ball.ts'
import * as B from './ball.ts'
import * as X from './exact.ts'
import * as F from './fraction.ts'
import { isMissing, type Value, valueAt } from './value.ts'

/** By mpmath at 60 digits, rounded to 50. */
const truth: {
  readonly pi: string
  readonly rows: readonly { readonly [name: string]: string | undefined }[]
} = JSON.parse(
  readFileSync(new URL('../../fixtures/formula/elementary-truth.json', import.meta.url), 'utf8'),
)

function at(text: string): ReadonlyMap<string, X.Exact> {
  return new Map([['x', X.exact(F.fromText(text))]])
}

function ballOf(value: Value): Ball | undefined {
  return isMissing(value) ? undefined : value.ball
}

/** The true value lies in the ball, give or take the rounding of its 50 digits; and the ball is small. */
function holds(ball: Ball | undefined, text: string): boolean {
  if (ball === undefined) return false
  const { n, d } = F.fromText(text)
  const value = B.fraction(n, d)
  const slack = (B.size(value.mid) >> 158n) + 1n
  return B.size(ball.mid - value.mid) <= ball.rad + slack && ball.rad <= slack + 8n
}

it.each(['exp', 'log', 'sqrt', 'sin', 'cos', 'atan', 'erf'])('%s holds the true value', (name) => {
  const formula = parseFormula(`${name}(x)`)
  for (const row of truth.rows) {
    const expected = row[name]
    if (expected === undefined) continue
    const value = valueAt(formula, at(row.x ?? '0'))
    expect(holds(ballOf(value), expected), `${name}(${row.x})`).toBe(true)
  }
})

it('knows pi', () => {
  expect(holds(B.PI, truth.pi)).toBe(true)
})

describe('a derivative by differences', () => {
  it.each([
    ['D(tanh(x), x)', '1 - tanh(x)**2'],
    ['D(erf(x), x)', '2/sqrt(pi)*exp(-(x**2))'],
    ['D(sin(x)**3, x, 2)', '6*sin(x)*cos(x)**2 - 3*sin(x)**3'],
    ['D(exp(-x), x, 8)', 'exp(-x)'],
  ])('%s is %s', (a, b) => {
    const [left, right] = [a, b].map((text) => ballOf(valueAt(parseFormula(text), at('0.37'))))
    expect(left && right && !B.areApart(left, right)).toBe(true)
    expect((left?.rad ?? 1n << 640n) >> 590n).toBe(0n)
  })

  it.each([
    ['D(abs(x), x)', '0'],
    ['D(max(x, 1), x)', '1'],
    ['D(x > 0 ? x + 1 : x, x)', '0'],
    ['D(relu(x)**2, x, 2)', '0'],
  ])('%s does not exist at %s', (text, x) => {
    expect(valueAt(parseFormula(text), at(x))).toBe('not a number')
  })
})

it('knows the zeros of sines and cosines', () => {
  const angle = X.exact(F.fromText('-1'), F.fromText('1/2'))
  const value = valueAt(parseFormula('cos(2*(x + 1) + pi/2)'), new Map([['x', angle]]))
  expect(isMissing(value) ? value : value.exact).toEqual(X.exact(F.ZERO))
})

it.each([
  ['log(x) < 1 ? 1 : 2', '-1', '2'],
  ['log(x) !== 1 ? 1 : 2', '-1', '1'],
  ['exp(x) < Infinity ? 1 : 2', '5', '1'],
  ['x/x === x/x ? 1 : 2', '0', '2'],
])('%s at %s is %s, as in JavaScript', (text, x, expected) => {
  const value = valueAt(parseFormula(text), at(x))
  expect(isMissing(value) ? value : value.exact).toEqual(X.exact(F.fromText(expected)))
})
