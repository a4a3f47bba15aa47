import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differentiate } from '../../src/formula/differentiate.ts'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import { kinkAt, kinksOf } from '../../src/formula/kinks.ts'
import { printFormula } from '../../src/formula/print.ts'
import { printLatex } from '../../src/formula/print-latex.ts'
import { replaceFloors, steps } from '../../src/formula/rounding.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'

const NAMES = ['floor', 'ceil', 'round', 'trunc'] as const

/** What doubles have trouble with: halves, their neighbours, -0, large ones. */
const DOUBLES = fc.oneof(
  fc.double(),
  fc.double({ min: -100, max: 100 }),
  fc.integer({ min: -100, max: 100 }).map((n) => n / 2),
  fc.constantFrom(
    0.49999999999999994,
    -0.49999999999999994,
    2 ** 52 + 0.5,
    2 ** 53 + 1,
    -0,
    2 ** 52 + 1.5,
  ),
)

describe.each(NAMES)('%s', (name) => {
  const f = compileFloat64(parseFormula(`${name}(x)`), ['x'])

  it('is what Math does, for every double', () => {
    fc.assert(
      fc.property(DOUBLES, (x) => {
        expect(f(x)).toBe(Math[name](x))
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  it('is read from Math too, and printed as it is read', () => {
    expect(printFormula(parseFormula(`Math.${name}(x) + 1`))).toBe(`${name}(x) + 1`)
  })

  it('has the slope 0', () => {
    expect(printFormula(differentiate(parseFormula(`${name}(x) * x`), 'x'))).toBe(`${name}(x)`)
  })

  it('is made of floors, and those of steps', () => {
    const stepped = replaceFloors(parseFormula(`${name}(x)`), (u) => steps(u, [-6, 6]))
    const run = compileFloat64(stepped, ['x'])
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), (n) => {
        expect(run(n / 100)).toBeCloseTo(f(n / 100), 12)
      }),
      { seed: 4, numRuns: 300 },
    )
  })
})

it('is written with brackets of its own in LaTeX', () => {
  expect(printLatex(parseFormula('floor(x / 2) + ceil(x)'))).toBe(
    '\\left\\lfloor \\frac{x}{2} \\right\\rfloor + \\left\\lceil x \\right\\rceil',
  )
})

describe('the kinks of what rounds', () => {
  it('are the whole numbers, and the halves for round', () => {
    const whole = kinksOf(parseFormula('floor(x)'), 'x', {}, [-2.2, 2.2])
    expect(whole).toEqual([
      { at: -2, left: -3, right: -2, whole: 'hit' },
      { at: -1, left: -2, right: -1, whole: 'hit' },
      { at: 0, left: -1, right: 0, whole: 'hit' },
      { at: 1, left: 0, right: 1, whole: 'hit' },
      { at: 2, left: 1, right: 2, whole: 'hit' },
    ])
    const half = kinksOf(parseFormula('round(x)'), 'x', {}, [-1, 1])
    expect(half.map(({ at }) => at)).toEqual([-0.5, 0.5])
  })

  it('depend on parameters', () => {
    const kinks = kinksOf(
      parseFormula('gamma ** floor(x / size)'),
      'x',
      { gamma: 0.5, size: 3 },
      [1, 10],
    )
    expect(kinks).toMatchObject([
      { at: 3, left: 1, right: 0.5 },
      { at: 6, left: 0.5, right: 0.25 },
      { at: 9, left: 0.25, right: 0.125 },
    ])
  })

  it('are told apart where doubles miss the whole number', () => {
    // 0.29 * 100 is 28.999999999999996.
    expect(kinkAt(parseFormula('floor(x * 0.29)'), 'x', {}, 100)).toMatchObject({
      left: 28,
      right: 29,
      whole: 'missed',
    })
    expect(kinkAt(parseFormula('floor(x / 4)'), 'x', {}, 100)).toMatchObject({ whole: 'hit' })
    expect(kinkAt(parseFormula('floor(x / 4)'), 'x', {}, 101)).toBeUndefined()
  })

  it('are not claimed for a neighbour that rounding takes to the whole number', () => {
    // 1.9999999999999996 + 4 is 6 in doubles, and its floor is 5.
    const shifts = fc.integer({ min: -9, max: 9 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        shifts,
        fc.integer({ min: 1, max: 4 }),
        (n, shift, k) => {
          const formula = parseFormula(`floor((x + ${shift}) / 3)`)
          const whole = 3 * n - shift
          fc.pre(whole !== 0)
          expect(kinkAt(formula, 'x', {}, whole)).toMatchObject({ whole: 'hit' })
          for (const side of [-k, k]) {
            const kink = kinkAt(formula, 'x', {}, whole + side * 2 ** -52 * Math.abs(whole))
            expect([undefined, 'missed']).toContain(kink?.whole)
          }
        },
      ),
      { seed: 5, numRuns: 300 },
    )
  })
})
