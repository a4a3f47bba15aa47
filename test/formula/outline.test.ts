import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operation, variable } from '../../src/formula/build.ts'
import type { Expr } from '../../src/formula/expr.ts'
import { outline } from '../../src/formula/outline.ts'
import { printFormula } from '../../src/formula/print.ts'
import { formulaSize } from '../../src/formula/size.ts'

const series = (terms: number): Expr =>
  Array.from({ length: terms }).reduce<Expr>(
    (sum) => operation('+', sum, operation('*', sum, variable('x'))),
    variable('x'),
  )

describe('an outline', () => {
  it('is the formula where that is short', () => {
    const short = series(2)
    expect(outline(short, formulaSize(short))).toBe(short)
  })

  it('has the last step of a long one, and what is short beside it', () => {
    const long = operation('*', series(12), variable('x'))
    expect(printFormula(outline(long, 5))).toBe('(… + …) * x')
    expect(printFormula(outline(operation('*', series(12), series(12)), 3))).toBe('… * …')
  })

  it('has as many parts as wanted at most, whatever the formula', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 1, max: 80 }),
        (terms, most) => {
          expect(formulaSize(outline(series(terms), most))).toBeLessThanOrEqual(most)
        },
      ),
      { seed: 7 },
    )
  })
})
