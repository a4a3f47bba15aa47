import { expect, test } from 'vitest'
import { compareData } from '../../src/checks/compare-data.ts'

const tolerance = { absolute: 1e-6, relative: 1e-6 }

test('equal data has no mismatch, whatever its shape', () => {
  expect(compareData([[1, 2]], [[1, 2 + 1e-9]], tolerance)).toBeUndefined()
  expect(
    compareData({ W: [[1]], b: [0], more: 1 }, { W: [[1]], b: ['-0'] }, tolerance),
  ).toBeUndefined()
  expect(compareData('NaN', 'NaN', tolerance)).toBeUndefined()
})

test('a wrong shape is said as rows × columns, a ragged row by its index', () => {
  const expected = [
    [1, 2],
    [3, 4],
    [5, 6],
  ]
  expect(compareData([[1], [3], [5]], expected, tolerance)?.problem).toBe('expected 3×2, got 3×1')
  const ragged = compareData([[1, 2], [3], [5, 6]], expected, tolerance)
  expect(ragged?.problem).toBe('ragged: row 1 has 1 numbers, row 0 has 2')
})

test('the first wrong number is named by its place', () => {
  const found = compareData({ W1: [[1, 2]], b1: [3] }, { W1: [[1, 7]], b1: [3] }, tolerance)
  expect(found).toMatchObject({ where: 'W1[0][1]', got: 2, expected: 7 })
})

test('a missing key and a wrong type are said in words', () => {
  expect(compareData({ W: [1] }, { b: [1] }, tolerance)?.problem).toBe('b is missing (it has W)')
  expect(compareData(true, 1, tolerance)?.problem).toBe('expected a number, got true (a boolean)')
  expect(compareData(null, 1, tolerance)?.problem).toBe('expected a number, got null')
  expect(compareData(3, [[1]], tolerance)?.problem).toBe('expected a 1×1 matrix, got 3')
})

test('numbers beyond the tolerance and NaN never pass', () => {
  expect(compareData(1.1, 1, tolerance)?.difference).toBeCloseTo(0.1)
  expect(compareData('NaN', 1, tolerance)).toBeDefined()
  expect(compareData('Infinity', 1, tolerance)).toBeDefined()
})
