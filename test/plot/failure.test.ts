import { describe, expect, it } from 'vitest'
import { failureCurve, type Judged } from '../../src/plot/curve.ts'
import { failurePlot } from '../../src/plot/failure.ts'
import type { CheckReport } from '../../src/report/report.ts'

const xs = Float64Array.from({ length: 4000 }, (_, index) => ((index * 7919) % 4000) / 100 - 20)

/** Wrong between 1 and 2 for alpha 0.5, right everywhere for alpha 1. */
function judged(): Judged {
  const x = Float64Array.from([...xs, ...xs])
  const alpha = Float64Array.from(x, (_, index) => (index < xs.length ? 0.5 : 1))
  const expected = x.map((value) => value)
  const wrong = (index: number) => alpha[index] === 0.5 && Math.abs((x[index] ?? 0) - 1.5) <= 0.5
  const got = x.map((value, index) => (wrong(index) ? value + 1 : value))
  const order = Uint32Array.from(x.keys()).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0))
  const columns = [x, alpha]
  return { names: ['x', 'alpha'], columns, expected, got, failed: wrong, order, variable: 'x' }
}

describe('the curve of a failure', () => {
  it('shows the failing region with its surroundings, at the counterexample’s parameters', () => {
    const index = Array.from(xs).indexOf(1.5)
    const curve = failureCurve(judged(), index)
    expect(curve?.parameters).toEqual({ alpha: 0.5 })
    expect(curve?.x[0]).toBe(0)
    expect(curve?.x.at(-1)).toBe(3)
    expect(curve?.x.length).toBeLessThanOrEqual(160)
    expect(curve?.got.some((value, at) => value !== curve.expected[at])).toBe(true)
  })

  it('is drawn with the counterexample on it', () => {
    const curve = failureCurve(judged(), Array.from(xs).indexOf(1.5))
    const check = { function: 'f', evidence: [counterexample, curve] } as unknown as CheckReport
    const plot = failurePlot(check)
    expect(plot?.title).toBe('f(x), alpha = 0.5')
    expect(plot?.panels[0]?.marks).toEqual([
      { kind: 'counterexample', x: 1.5, y: 2.5, label: 'x = 1.5' },
    ])
  })

  it('is no plot where the report has no curve', () => {
    expect(failurePlot({ evidence: [counterexample] } as unknown as CheckReport)).toBeUndefined()
  })
})

const counterexample = {
  kind: 'counterexample',
  inputs: { x: 1.5, alpha: 0.5 },
  got: 2.5,
  expected: { kind: 'value', value: 1.5 },
}
