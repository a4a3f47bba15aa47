import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tickLabel, ticks } from '../../src/plot/axis.ts'

describe('ticks of an axis', () => {
  it('are round, in order and between the bounds', () => {
    expect(ticks(-4, 4, 8)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4])
    expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(ticks(-1e-7, 1e-7, 2)).toEqual([-1e-7, 0, 1e-7])
  })

  it('are few, whatever the bounds', () => {
    const bound = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 })
    fc.assert(
      fc.property(bound, bound, fc.integer({ min: 1, max: 20 }), (a, b, count) => {
        const found = ticks(Math.min(a, b), Math.max(a, b), count)
        expect(found.length).toBeLessThanOrEqual(4 * count + 1)
        expect([...found].sort((x, y) => x - y)).toEqual(found)
      }),
    )
  })

  it('are labelled shortly', () => {
    expect([0, 0.30000000000000004, -2, 1e-7, -2e21].map(tickLabel)).toEqual([
      '0',
      '0.3',
      '−2',
      '1e−7',
      '−2e21',
    ])
  })
})
