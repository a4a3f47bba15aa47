import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipped } from '../../src/plot/clip.ts'

const frame = { left: -1, right: 1, low: -1, high: 1 }
const double = fc.oneof(fc.double(), fc.double({ min: -3, max: 3 }))

describe('clipping a curve to its frame', () => {
  it('never leaves the frame', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ x: double, y: double })), (points) => {
        for (const { x, y } of clipped(points, frame).flat()) {
          expect(Math.abs(x)).toBeLessThanOrEqual(1)
          expect(Math.abs(y)).toBeLessThanOrEqual(1)
        }
      }),
      { seed: 7 },
    )
  })

  it('keeps a curve that lies inside as it is', () => {
    const inside = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.record({ x: inside, y: inside }), { minLength: 1 }), (points) => {
        expect(clipped(points, frame)).toEqual([points])
      }),
      { seed: 7 },
    )
  })

  it('crosses the frame between two points outside', () => {
    const [line] = clipped(
      [
        { x: -2, y: -2 },
        { x: 2, y: 2 },
      ],
      frame,
    )
    expect(line).toEqual([
      { x: -1, y: -1 },
      { x: 1, y: 1 },
    ])
  })

  it('is interrupted by a value that is not finite', () => {
    const points = [0, NaN, 0.5].map((y, x) => ({ x: x / 2, y }))
    expect(clipped(points, frame)).toEqual([[points[0]], [points[2]]])
  })
})
