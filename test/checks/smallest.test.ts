import fc from 'fast-check'
import { expect, it } from 'vitest'
import { smallestPoint } from '../../src/checks/smallest.ts'
import type { ReferenceTable } from '../../src/reference/table.ts'

const table = (columns: readonly (readonly number[])[]) => {
  const low = new Float64Array(columns[0]?.length ?? 0)
  return {
    low,
    columns: columns.map((column) => Float64Array.from(column)),
  } as Partial<ReferenceTable> as ReferenceTable
}

it('is the point with the fewest digits, then the nearest to 0, then the one without a minus', () => {
  const points = table([[0.25, -12, 3, -3, 2.5]])
  expect([
    smallestPoint(points, [0, 1, 4]),
    smallestPoint(points, [3, 2]),
    smallestPoint(points, [2]),
  ])
    // "12" is two characters long, "2.5" three.
    .toEqual([1, 2, 2])
})

it('comes first in the order that it says, and is the first of equals', () => {
  const number = fc.oneof(
    fc.constantFrom(0, -0, 1, -1, 0.5, -0.5, 10, 2.25),
    fc.double({ noNaN: true, min: -100, max: 100 }),
  )
  const points = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 12 })
  const ranks = (point: readonly number[]) => [
    point.map((value) => `${Math.abs(value)}`).join('').length,
    Math.abs(point[0] ?? 0),
    point.filter((value) => 1 / value < 0).length,
  ]
  fc.assert(
    fc.property(points, (given) => {
      const sorted = given.map((point, index) => ({ ranks: ranks(point), index }))
      const before = (a: readonly number[], b: readonly number[]) =>
        a.map((rank, place) => rank - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0
      sorted.sort((a, b) => before(a.ranks, b.ranks))
      const columns = [0, 1].map((place) => given.map((point) => point[place] ?? 0))
      expect(smallestPoint(table(columns), [...given.keys()])).toBe(sorted[0]?.index)
    }),
    { seed: 5 },
  )
})
