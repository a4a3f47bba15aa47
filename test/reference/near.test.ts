import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstNotFinite, isNear } from '../../src/reference/near.ts'

const NOT_FINITE = [Number.NaN, Infinity, -Infinity]
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(...NOT_FINITE))

describe('the gate of every comparison', () => {
  it('lets no number that is not finite near to another one, however much is allowed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NOT_FINITE), anyNumber, anyNumber, (odd, other, allowed) => {
        expect(isNear(odd, other, allowed)).toBe(odd === other)
        expect(isNear(other, odd, allowed)).toBe(odd === other)
      }),
      { seed: 7 },
    )
  })

  it('is the inequality between finite numbers', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(finite, finite, fc.double({ min: 0 }), (a, b, allowed) => {
        expect(isNear(a, b, allowed)).toBe(a === b || Math.abs(a - b) <= allowed)
      }),
      { seed: 7 },
    )
  })

  it('finds the one number in an answer that is not finite, as it came or decoded', () => {
    const clean = fc
      .jsonValue()
      .filter((value) => !/"(NaN|-?Infinity)"/.test(JSON.stringify(value)))
    fc.assert(
      fc.property(clean, fc.constantFrom(...NOT_FINITE), (data, odd) => {
        expect(firstNotFinite(data as never)).toBeUndefined()
        const value = String(odd)
        for (const spoilt of [odd, value]) {
          expect(firstNotFinite([data, { W1: [[0], [spoilt]] }] as never)).toEqual({
            where: '[1].W1[1][0]',
            value,
          })
        }
      }),
      { seed: 7 },
    )
  })
})
