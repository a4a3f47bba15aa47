import { describe, expect, it } from 'vitest'
import { compareData } from '../../../src/checks/compare-data.ts'
import { randomFrom } from '../../../src/reference/random.ts'
import { properties, propertyNames } from '../../../src/reference/structured/properties.ts'
import type { Json } from '../../../src/report/report.ts'

/** The same arrays, whose elements are counted as they are read. */
function counted(data: Json, count: { reads: number }): Json {
  if (typeof data !== 'object' || data === null) return data
  const inside = Array.isArray(data)
    ? data.map((item) => counted(item, count))
    : Object.fromEntries(Object.entries(data).map(([key, item]) => [key, counted(item, count)]))
  return new Proxy(inside, {
    get: (target, key, receiver) => {
      count.reads++
      return Reflect.get(target, key, receiver)
    },
  }) as Json
}

/** Answers of a given size, each as long as the property's work can be made to last. */
const LARGE: { readonly [K in keyof typeof properties]: readonly ((size: number) => Json)[] } = {
  'lost-direction': [(n) => Array.from({ length: n }, () => 0), (n) => column(n, () => 1)],
  'minibatch-dependence': [
    (n) => [column(n, () => 1), column(n, () => 1)],
    (n) => [column(n, (k) => k), column(n, (k) => -k - 1)],
    (n) => [[Array.from({ length: n }, () => 1)], [Array.from({ length: n }, () => 1)]],
  ],
  'drawn-curve': [(n) => curvePoints(n)],
  'pieces-of-network': [(n) => flatPieces(n), (n) => listOfPieces(n)],
  'sum-of-pieces': [(n) => flatPieces(n), (n) => listOfPieces(n)],
  'difference-of-pieces': [(n) => flatPieces(n), (n) => listOfPieces(n)],
  'pieces-of-prelu-network': [(n) => flatPieces(n), (n) => listOfPieces(n)],
  'pieces-of-deep-network': [(n) => flatPieces(n), (n) => listOfPieces(n)],
}

const column = (n: number, value: (k: number) => number): Json =>
  Array.from({ length: n }, (_, k) => [value(k)])

/** A drawn line of as many points as wanted. */
const curvePoints = (n: number): Json =>
  Array.from({ length: n }, (_, k) => [k / n, Math.tanh(k / n) + 1])

/** The function 0 with as many breakpoints as wanted: nothing in its form is wrong. */
function flatPieces(n: number): Json {
  const zeros = Array.from({ length: n + 1 }, () => 0)
  const breakpoints = Array.from({ length: n }, (_, k) => 100 + k)
  return { breakpoints, slopes: zeros, intercepts: zeros }
}

const listOfPieces = (n: number): Json =>
  Array.from({ length: n }, (_, k) => ({ from: 100 + k, slope: 0, intercept: 0 }))

describe.each(propertyNames)('the work on an answer to "%s"', (name) => {
  const property = properties[name]
  const args = property.inputs(randomFrom(1), 0)
  const readsOf = (answer: Json) => {
    const count = { reads: 0 }
    const read = property.read(counted(answer, count), args)
    if ('answer' in read) property.objection(counted(read.answer, count), args)
    return count.reads
  }

  it.each(LARGE[name].map((make, k) => [k, make] as const))(
    'grows with its size and not with a power of it (%i)',
    (_, make) => {
      const [small, large] = [readsOf(make(500)), readsOf(make(4000))]
      // Eight times as much, times the logarithm of a search by halves.
      expect(large).toBeLessThan(8 * 2 * small + 1000)
    },
  )
})

describe('the work on an answer that is compared', () => {
  const nested = (depth: number): Json => (depth === 0 ? 1 : [nested(depth - 1)])
  const readsOf = (got: Json, expected: Json) => {
    const count = { reads: 0 }
    compareData(counted(got, count), expected, { absolute: 0, relative: 0 })
    return count.reads
  }

  it.each([
    ['a number', 1],
    ['a list', [1]],
    ['a matrix', [[1]]],
    ['an object', { W1: [[1]] }],
  ])('does not double with each of its levels, where %s is expected', (_what, expected) => {
    expect(readsOf(nested(32), expected)).toBeLessThan(4 * readsOf(nested(16), expected) + 100)
  })

  it('grows with its size', () => {
    const column = (n: number): Json => Array.from({ length: n }, (_, k) => [k])
    const [small, large] = [500, 4000].map((n) => readsOf(column(n), [[1]])) as [number, number]
    expect(large).toBeLessThan(8 * 2 * small + 1000)
  })
})
