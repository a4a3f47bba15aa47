import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundedLabel, tickLabel, ticks } from '../../src/plot/axis.ts'
import { extents, finiteDouble } from './plots.ts'

const counts = fc.integer({ min: 1, max: 20 })

/** What a label says, read back. */
const read = (label: string) => Number(label.replaceAll('−', '-'))

describe('ticks of an axis', () => {
  it('are round, in order and between the bounds', () => {
    expect(ticks(-4, 4, 8)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4])
    expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(ticks(-1e-7, 1e-7, 2)).toEqual([-1e-7, 0, 1e-7])
    expect(ticks(0, 1e-320, 2)).toEqual([0, 5e-321, 1e-320])
    expect(ticks(-Number.MAX_VALUE, Number.MAX_VALUE, 4)).toEqual([-1e308, 0, 1e308])
    expect(ticks(1e300, 1.00000002e308, 1)).toEqual([1e308])
    expect(ticks(1e16, 1e16 + 100, 4)).toEqual([0, 50, 100].map((more) => 1e16 + more))
  })

  it('are few, rise, and lie between the bounds, whatever the bounds', () => {
    fc.assert(
      fc.property(extents, counts, ([low, high], count) => {
        const found = ticks(low, high, count)
        expect(found.length).toBeGreaterThan(0)
        expect(found.length).toBeLessThanOrEqual(2 * count + 2)
        for (const [index, tick] of found.entries()) {
          expect(Number.isFinite(tick)).toBe(true)
          if (index > 0) expect(tick).toBeGreaterThan(found[index - 1] as number)
        }
        const slack = high / 1e8 - low / 1e8
        expect(found[0]).toBeGreaterThanOrEqual(low - slack)
        expect(found.at(-1)).toBeLessThanOrEqual(high + slack)
      }),
      { seed: 11, numRuns: 1000 },
    )
  })

  it('have labels that differ and are exact, whatever the bounds', () => {
    fc.assert(
      fc.property(extents, counts, ([low, high], count) => {
        const found = ticks(low, high, count)
        expect(found.map((tick) => read(tickLabel(tick)))).toEqual(found)
      }),
      { seed: 12, numRuns: 1000 },
    )
  })

  it('is the bound alone where there is no way, or nothing round on it', () => {
    expect(ticks(3, 3, 5)).toEqual([3])
    expect(ticks(1, 1 + Number.EPSILON, 5)).toEqual([1])
  })

  it('are labelled shortly', () => {
    expect([0, -0, 0.25, -2, 1e-7, -2e21, 5e-324].map(tickLabel)).toEqual([
      ...['0', '0', '0.25', '−2', '1e−7', '−2e21', '5e−324'],
    ])
  })
})

describe('the label of a computed number', () => {
  it('leaves out what computing left', () => {
    expect([0.30000000000000004, 1 / 3, -1e-7].map((value) => roundedLabel(value))).toEqual([
      ...['0.3', '0.333333333333', '−1e−7'],
    ])
  })

  it('is the number to the digits that are asked for, and finite', () => {
    fc.assert(
      fc.property(finiteDouble, fc.integer({ min: 3, max: 12 }), (value, digits) => {
        const said = read(roundedLabel(value, digits))
        expect(Number.isFinite(said)).toBe(true)
        const ulp = Number.MIN_VALUE + Math.abs(value) * 2 ** -52
        expect(Math.abs(said / 2 - value / 2)).toBeLessThanOrEqual(
          Math.abs(value) * 10 ** (1 - digits) + ulp,
        )
      }),
      { seed: 13 },
    )
  })
})
