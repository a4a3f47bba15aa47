import { describe, expect, it } from 'vitest'
import { objectionTo } from '../../../src/reference/structured/properties.ts'
import type { Json } from '../../../src/report/report.ts'

const object = (got: Json, name: string, low = -4, high = 4) =>
  objectionTo('drawn-curve', got, [name, low, high])

const along = (f: (x: number) => number, xs: readonly number[]): Json => xs.map((x) => [x, f(x)])
const even = (steps: number) => Array.from({ length: steps + 1 }, (_, k) => -4 + (8 * k) / steps)
const curve = (x: number) => Math.tanh(x) + 1
const relu = (x: number) => Math.max(0, x)

describe('a drawn line', () => {
  it('passes in each form', () => {
    const xs = even(200)
    const forms: Json[] = [
      along(curve, xs),
      xs.map((x) => ({ x, y: curve(x) })),
      { x: xs, y: xs.map(curve) },
      { xs, ys: xs.map(curve) },
    ]
    for (const form of forms) expect(object(form, 'tanh(x) + 1')).toBeUndefined()
  })
  it('may have its points wherever they are needed', () => {
    expect(object(along(relu, [-4, 0, 4]), 'relu(x)')).toBeUndefined()
  })
  it('is refused where it cuts off a corner that lies just between two points', () => {
    const xs = [-4, -0.02, 0.06, 4]
    expect(object(along(relu, xs), 'relu(x)')).toMatchObject({ note: 'kink-missed' })
    const even = [-4, -0.05, 0.05, 4]
    expect(object(along(relu, even), 'relu(x)')).toMatchObject({ note: 'kink-missed' })
  })
  it.each([
    ['too few points', along(curve, even(10)), { note: 'too-few-points' }],
    ['another curve', along(Math.tanh, even(200)), { note: 'shift-lost' }],
    ['an end left out', along(curve, even(200).slice(1)), { note: 'range-not-covered' }],
    ['points that go back', along(curve, [-4, 1, -1, 4]), { text: /comes after/ }],
    ['too many points', along(curve, even(1000)), { text: /1001 points are given/ }],
    ['a number in place of a point', [1, 2], { text: /points \[x, y\] are expected/ }],
    [
      'no number',
      [
        [-4, 'NaN'],
        [4, 1],
      ],
      { text: /must be a finite number|points/ },
    ],
  ])('is refused for %s', (_, got, { note, text }: { note?: string; text?: RegExp }) => {
    const objection = object(got as Json, 'tanh(x) + 1')
    if (note !== undefined) expect(objection?.note).toBe(note)
    if (text !== undefined) expect(objection?.text).toMatch(text)
  })
})
