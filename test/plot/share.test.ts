import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mix, share } from '../../src/plot/share.ts'
import { extents } from './plots.ts'

const along = fc.double({ min: 0, max: 1, noNaN: true })

describe('the share of a way', () => {
  it('is 0 at one end and 1 at the other, and in the middle where both are one', () => {
    fc.assert(
      fc.property(extents, ([low, high]) => {
        expect([share(low, low, high), share(high, low, high)]).toEqual([0, 1])
        expect([share(low, high, low), share(high, high, low)].map(Math.abs)).toEqual([1, 0])
        expect(share(low, low, low)).toBe(0.5)
      }),
      { seed: 1 },
    )
  })

  it('never falls on the way, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(extents, along, along, ([low, high], a, b) => {
        const values = [mix(low, high, a), mix(low, high, b)].sort((x, y) => x - y)
        const [first = NaN, second = NaN] = values.map((value) => share(value, low, high))
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first).toBeLessThanOrEqual(second)
        expect(second).toBeLessThanOrEqual(1)
      }),
      { seed: 2 },
    )
  })

  it('is what was mixed, to the resolution of doubles', () => {
    fc.assert(
      fc.property(extents, along, ([low, high], part) => {
        const step = Math.max(Math.abs(low), Math.abs(high)) * 2 ** -52 + Number.MIN_VALUE
        const resolution = 2 * share(low + step, low, high) + 2 ** -50
        expect(Math.abs(share(mix(low, high, part), low, high) - part)).toBeLessThan(resolution)
      }),
      { seed: 3 },
    )
  })
})
