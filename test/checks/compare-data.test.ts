import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allFinite, compareData, describeData, noneFinite } from '../../src/checks/compare-data.ts'
import { encodeData } from '../../src/reference/trials/data.ts'
import type { Json } from '../../src/report/report.ts'

const tolerance = { absolute: 1e-6, relative: 1e-6 }
const problem = (got: Json, expected: Json) => compareData(got, expected, tolerance)?.problem

const key = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__')

/** Data of every shape, as a guest answers it. */
const data = fc
  .letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      tie('leaf'),
      fc.array(tie('any')),
      fc.dictionary(key, tie('any')),
    ),
    leaf: fc.oneof(fc.double(), fc.boolean(), fc.constant(null), fc.string()),
  }))
  .any.map((value) => encodeData(value as Json))

describe('equal data has no mismatch', () => {
  test('whatever its shape', () => {
    expect(compareData([[1, 2]], [[1, 2 + 1e-9]], tolerance)).toBeUndefined()
    expect(compareData('NaN', 'NaN', tolerance)).toBeUndefined()
    expect(compareData('Infinity', 'Infinity', tolerance)).toBeUndefined()
    expect(compareData('-0', 0, tolerance)).toBeUndefined()
    expect(compareData(true, true, tolerance)).toBeUndefined()
  })

  test('by whatever it is made of', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(compareData(value, value, tolerance)).toBeUndefined()
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('and may have more keys than were asked for', () => {
    const got = { W: [[1]], b: [0], more: 1 }
    expect(compareData(got, { W: [[1]], b: ['-0'] }, tolerance)).toBeUndefined()
  })
})

describe('a wrong shape', () => {
  const expected = [
    [1, 2],
    [3, 4],
    [5, 6],
  ]

  test.each<[string, Json, Json, string]>([
    ['rows and columns', [[1], [3], [5]], expected, 'expected 3×2, got 3×1'],
    [
      'a ragged row',
      [[1, 2], [3], [5, 6]],
      expected,
      'ragged: row 1 has length 1, row 0 has length 2',
    ],
    ['a vector for a matrix', [1, 2, 3], expected, 'expected 3×2, got 3 numbers'],
    ['one number', [2], [1, 2], 'expected 2 numbers, got 1 number'],
    ['nothing', [], [1], 'expected 1 number, got 0 numbers'],
    ['words', ['a'], [1, 2], 'expected 2 numbers, got 1 element'],
    ['no array', 3, [[1]], 'expected a 1×1 matrix, got 3'],
    ['an object', { a: 1 }, [1], 'expected an array of 1 number, got an object'],
    ['no object', [1], { W: [1], b: 2 }, 'expected an object { W, b }, got an array of 1 number'],
    ['a missing key', { W: [1] }, { b: [1] }, 'b is missing (it has W)'],
    ['every key missing', {}, { b: [1] }, 'b is missing (it has nothing)'],
    ['no number', true, 1, 'expected a number, got true (a boolean)'],
    ['null', null, 1, 'expected a number, got null'],
    ['no boolean', 1, true, 'expected true, got 1'],
  ])('%s', (_, got, should, said) => {
    expect(problem(got, should)).toBe(said)
  })

  test('is none where what is expected is ragged itself', () => {
    const steps = [[1], [1, 2], []]
    expect(compareData(steps, steps, tolerance)).toBeUndefined()
    expect(compareData([[1], [1], []], steps, tolerance)).toMatchObject({
      ...{ where: '[1]', problem: 'expected 2 numbers, got 1 number' },
    })
    expect(problem([[1], [1, 2]], steps)).toBe('ragged: row 1 has length 2, row 0 has length 1')
  })

  test('is told at its place', () => {
    expect(compareData({ a: [[1], [2, 3]] }, { a: [[1], [2]] }, tolerance)?.where).toBe('a')
    expect(compareData({ a: { b: 1 } }, { a: { b: [1] } }, tolerance)?.where).toBe('a.b')
    expect(compareData([1, 'x'], [1, 2], tolerance)).toMatchObject({
      ...{ where: '[1]', problem: 'expected a number, got "x" (a string)' },
    })
  })

  test('and two words of one type are no problem of shape', () => {
    expect(compareData('a', 'b', tolerance)).toEqual({ where: '', got: 'a', expected: 'b' })
  })
})

describe('a wrong number', () => {
  test('is named by its place, the first one first', () => {
    const found = compareData({ W1: [[1, 2]], b1: [4] }, { W1: [[1, 7]], b1: [3] }, tolerance)
    expect(found).toMatchObject({ where: 'W1[0][1]', got: 2, expected: 7, difference: 5 })
    expect(found?.tolerance).toBeCloseTo(8e-6)
  })

  test('beyond the tolerance, which has a part that grows with it', () => {
    expect(compareData(1 + 2.1e-6, 1, tolerance)).toBeDefined()
    expect(compareData(1 + 1.9e-6, 1, tolerance)).toBeUndefined()
    expect(compareData(1e6 + 1, 1e6, tolerance)).toBeUndefined()
  })

  test.each<[Json, Json]>([
    ['NaN', 1],
    ['Infinity', 1],
    [1e308, 'Infinity'],
    ['-Infinity', 'Infinity'],
    [1, 'NaN'],
  ])('%s for %s is so and so far from nothing', (got, expected) => {
    expect(compareData(got, expected, tolerance)).toEqual({ where: '', got, expected })
  })
})

test('what a value is, in words', () => {
  expect(describeData([[1, 2]])).toBe('a 1×2 matrix')
  expect(describeData([[[1], [2]]])).toBe('a 1×2×1 matrix')
  expect(describeData([[[1]], [1]])).toBe('an array of 2 elements')
  expect(describeData([[1], 2])).toBe('an array of 2 elements')
  expect(describeData(['NaN', 2])).toBe('an array of 2 numbers')
  expect(describeData([])).toBe('an array of 0 numbers')
})

test('whether all numbers in it are finite', () => {
  expect(allFinite({ a: [1, [2]], b: 'word', c: null })).toBe(true)
  expect(allFinite({ a: [1, ['-Infinity']] })).toBe(false)
})

test('whether none of its numbers is, and it has one', () => {
  expect(noneFinite({ a: ['NaN', ['-Infinity']] })).toBe(true)
  expect(noneFinite(['NaN', 1])).toBe(false)
  expect(noneFinite([])).toBe(false)
  expect(noneFinite(null)).toBe(false)
})
