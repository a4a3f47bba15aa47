import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReferenceTable } from '../../src/reference/table.ts'
import { accepts, defaultTolerance, leavesBudget, measured } from '../../src/reference/tolerance.ts'

interface Row {
  readonly low: number
  readonly high?: number
  readonly tensorflow?: number
  readonly orNaN?: boolean
}

function table({ low, high = low, tensorflow = low, orNaN = false }: Row): ReferenceTable {
  const kink = low !== high || orNaN
  return {
    function: 'f',
    names: ['x'],
    columns: [Float64Array.of(0)],
    low: Float64Array.of(low),
    high: Float64Array.of(high),
    kink: Uint8Array.of(kink ? 1 : 0),
    orNaN: Uint8Array.of(orNaN ? 1 : 0),
    tensorflow: Float64Array.of(tensorflow),
    disputed: Uint8Array.of(!kink && leavesBudget(tensorflow, low) ? 1 : 0),
    agreement: { disputed: 0, largest: 0 },
    backend: { name: 'tfjs', version: '0' },
  }
}

const passes = (row: Row, got: number) => accepts(table(row), 0, got, defaultTolerance)

describe('the acceptance rule', () => {
  it('takes an error of 1e-5 in the small and 1e-5 of the truth in the large', () => {
    expect([passes({ low: 0 }, 1e-5), passes({ low: 0 }, 1.01e-5)]).toEqual([true, false])
    expect([passes({ low: 1e4 }, 1e4 + 0.099), passes({ low: 1e4 }, 1e4 + 0.101)]).toEqual([
      true,
      false,
    ])
  })

  it('takes anything between the one-sided limits, and NaN only where that is said', () => {
    const kink = { low: 0, high: 1, tensorflow: 0 }
    expect([0, 0.5, 1].map((got) => passes(kink, got))).toEqual([true, true, true])
    expect([-0.1, 1.1, Number.NaN].map((got) => passes(kink, got))).toEqual([false, false, false])
    expect(passes({ ...kink, orNaN: true }, Number.NaN)).toBe(true)
    expect(passes({ low: 1 }, Number.NaN)).toBe(false)
  })

  it('knows that only an infinity is near to an infinity', () => {
    expect(passes({ low: Infinity }, Infinity)).toBe(true)
    expect(passes({ low: Infinity }, 1e308)).toBe(false)
    expect(passes({ low: Infinity }, -Infinity)).toBe(false)
    expect(passes({ low: 5 }, Infinity)).toBe(false)
  })

  it('holds nothing against an answer where the reference has no value', () => {
    expect(passes({ low: Number.NaN }, 17)).toBe(true)
  })

  it('lets float64 decide where TensorFlow.js is disputed', () => {
    expect(passes({ low: 0, tensorflow: 1 }, 0)).toBe(true)
    expect(passes({ low: 0, tensorflow: 1 }, 1)).toBe(false)
    expect(passes({ low: 0.5, tensorflow: Number.NaN }, 0.5)).toBe(true)
  })

  it('gives one verdict whatever TensorFlow.js computes within its float32 budget', () => {
    const truth = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    const share = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(truth, share, fc.double({ min: -3, max: 3, noNaN: true }), (low, own, off) => {
        const budget = 1e-5 + 1e-4 * Math.abs(low)
        const got = low + off * 1e-5 * Math.max(1, Math.abs(low))
        expect(passes({ low, tensorflow: low + own * budget }, got)).toBe(passes({ low }, got))
      }),
      { seed: 7 },
    )
  })

  it('measures what it decides by', () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(0, 1, 2, Infinity, -Infinity, Number.NaN))
    const off = fc.oneof(fc.constant(0), fc.double({ min: -3e-5, max: 3e-5, noNaN: true }))
    const near = fc
      .tuple(any, off, off, off)
      .map(([low, a, b, c]) => [low, low + a, low + b, low + c])
    const numbers = fc.oneof(fc.tuple(any, any, any, any), near)
    const share = fc.constantFrom(0, 1e-9, 1e-5, 1e-4, 1)
    const tolerances = fc.record({ float64: share, absolute: share, relative: share })
    fc.assert(
      fc.property(
        numbers,
        fc.boolean(),
        tolerances,
        ([low = 0, high, other, got = 0], orNaN, tolerance) => {
          const row = table({ low, high: high ?? low, tensorflow: other ?? low, orNaN })
          const { difference, limit } = measured(row, 0, got, tolerance)
          expect(accepts(row, 0, got, tolerance)).toBe(difference <= limit)
        },
      ),
      { seed: 7, numRuns: 5000 },
    )
  })

  it('says how far off an answer is and what would have passed', () => {
    expect(measured(table({ low: 2 }), 0, 2.5, defaultTolerance)).toEqual({
      difference: 0.5,
      limit: 2e-5,
      against: 'float64',
    })
  })

  it('holds a looser float64 tolerance against TensorFlow.js as well', () => {
    const loose = { ...defaultTolerance, float64: 1 }
    expect(accepts(table({ low: 0 }), 0, 0.5, loose)).toBe(false)
    expect(measured(table({ low: 0 }), 0, 0.5, loose).against).toBe('tensorflow')
  })
})
