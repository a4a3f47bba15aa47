import { describe, expect, test } from 'vitest'
import * as Q from '../../../src/exact/rational.ts'
import { type Pieces, piecesOf } from '../../../src/prover/rational-pieces/pieces.ts'
import { isZero, neverFalls, telling } from '../../../src/prover/rational-pieces/shape.ts'
import { parseFormula } from '../../../src/source/parse-formula.ts'

function pieces(text: string): Pieces {
  const found = piecesOf(parseFormula(text), 'x')
  if (found === undefined) throw new Error(`no pieces: ${text}`)
  return found
}

function cutsIn(text: string): readonly number[] {
  return pieces(text).cuts.map(({ at }) => Q.toNumber(at.high))
}

describe('the pieces of a formula', () => {
  test('end where a comparison changes its answer, however the comparison is nested', () => {
    expect(cutsIn('x >= 2 ? 1 : x <= -2 ? -1 : x')).toEqual([-2, 2])
    expect(cutsIn('min(1, max(-1, x / 3))')).toEqual([-3, 3])
    expect(cutsIn('(x < 0 ? -x : x) > 0.1 ? 1 : 0')).toEqual([-0.1, 0, 0.1])
  })

  test('end at an irrational threshold, which is known to the last double', () => {
    expect(cutsIn('x * x < 2 ? x : x / 2')).toEqual([-Math.SQRT2, Math.SQRT2])
  })

  test('end where the function turns, and at poles', () => {
    expect(cutsIn('x ** 3 - 3 * x')).toEqual([-1, 1])
    expect(cutsIn('1 / (x - 5)')).toEqual([5])
  })

  test('are found however narrow they are', () => {
    const [from, to] = cutsIn('(x - 1.00001) ** 2 < 1e-30 ? 5 : x')
    expect(from).toBeLessThan(1.00001)
    expect(to).toBeGreaterThan(1.00001)
  })

  test('are told only of quotients of polynomials', () => {
    expect(piecesOf(parseFormula('exp(x)'), 'x')).toBeUndefined()
    expect(piecesOf(parseFormula('x ** 0.5'), 'x')).toBeUndefined()
    expect(piecesOf(parseFormula('x / (x - x)'), 'x')).toBeUndefined()
  })
})

describe('a function never falls', () => {
  test.each([
    'x >= 2 ? 1 : x <= -2 ? -1 : x * (1 - abs(x) / 4)',
    'x / (1 + abs(x))',
    'x > 3 ? 1 : x < -3 ? -1 : x * (27 + x ** 2) / (27 + 9 * x ** 2)',
    'x > 1 ? 2 : x > 0 ? 1 : 0',
    'x ** 3',
    '7',
  ])('%s', (text) => expect(neverFalls(pieces(text))).toBe(true))

  test.each([
    'x - x ** 3 / 27',
    'x > 1 ? 0.999999 : x',
    'x >= 1 ? 1 : x > 0.5 ? 0.5 : x >= 0.5 ? 2 : x',
    'x > 1.23456 && x < 1.234561 ? x - 1e-6 : x',
    '-1 / x',
    'x < 1e300 ? x : 0',
  ])('but this one does: %s', (text) => expect(neverFalls(pieces(text))).toBe(false))
})

/** x over the root of 1 + x², by steps of Newton's from a line: degrees and digits double with each. */
describe('what is too large to work out is not shown, and nothing fails', () => {
  const ends = ['', 'x > 4 ? 4 / 4.5 : x < -4 ? -4 / 4.5 : ', 'x > 4 ? 1 : x < -4 ? -1 : ']
  const starts = ['(1 + abs(x))', '(0.5 + 0.9 * abs(x))', '(0.4375 + 0.8125 * abs(x))']
  const falls = starts.flatMap((start) =>
    [1, 2, 3, 4].flatMap((steps) =>
      ends.map((end) => ({ end, start, steps, text: `${end}x / ${newton(start, steps)}` })),
    ),
  )
  test.each(falls)('$end $start, $steps steps', ({ text }) => {
    const found = piecesOf(parseFormula(text), 'x')
    if (found) expect([true, false]).toContain(neverFalls(found))
  })

  function newton(root: string, steps: number): string {
    if (steps === 0) return root
    return newton(`((${root} + (1 + x ** 2) / ${root}) / 2)`, steps - 1)
  }
})

test('a function is zero only where it is zero for every number', () => {
  expect(isZero(pieces('x * (x + 1) - x ** 2 - x'))).toBe(true)
  expect(isZero(pieces('x === 3 ? x - 3 : 0'))).toBe(true)
  expect(isZero(pieces('x === 3 ? x - 2 : 0'))).toBe(false)
})

test('the telling points hold every narrow piece', () => {
  const points = telling(pieces('x > 1.23456 && x < 1.234561 ? 5 : x'))
  expect(points.some((x) => x > 1.23456 && x < 1.234561)).toBe(true)
})
