import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreementAt,
  counterexample,
  disagreement,
  expectedValues,
  faultPlaces,
  inputsAt,
  spread,
} from '../../src/checks/evidence.ts'
import { isKink, judgePoints } from '../../src/checks/judge-points.ts'
import { earnedShare, shareBesideWitness } from '../../src/checks/share.ts'
import { smallestPoint } from '../../src/checks/smallest.ts'
import { wrongPoints } from '../../src/checks/wrong-points.ts'
import { defaultTolerance } from '../../src/reference/tolerance.ts'
import { evaluated, tableOf } from './table.ts'

const numbers = tableOf({ rows: [[0], [1], [2], [3]], low: [0, 1, 4, 9] })
const everything = { select: () => true, tolerance: defaultTolerance }

describe('points are judged', () => {
  test('each by its own truth', () => {
    expect(judgePoints(numbers, evaluated([0, 1, 4, 9]), everything)).toEqual({
      ...{ tested: [0, 1, 2, 3], failing: [] },
    })
    expect(judgePoints(numbers, evaluated([0, 2, 4, Number.NaN]), everything).failing).toEqual([
      1, 3,
    ])
  })

  test('those that are asked about', () => {
    const odd = { ...everything, select: (index: number) => index % 2 === 1 }
    expect(judgePoints(numbers, evaluated([7, 1, 7, 9]), odd)).toEqual({
      ...{ tested: [1, 3], failing: [] },
    })
  })

  test('as wrong where nothing came back, even where NaN would pass', () => {
    const nowhere = tableOf({ rows: [[0], [1]], low: [0, 0], orNaN: [0, 1] })
    const fault = { index: 1, kind: 'threw', message: 'Error: no' } as const
    const result = evaluated([Number.NaN, Number.NaN], [fault])
    expect(judgePoints(nowhere, result, everything).failing).toEqual([1])
    expect(judgePoints(nowhere, evaluated([]), everything).failing).toEqual([])
  })

  test('all of them as wrong where an evaluation broke off or was not the same twice', () => {
    const ended = { kind: 'fault', cause: 'did-not-finish', message: '' } as const
    const unstable = { index: 0, first: 0, second: 1 }
    expect(wrongPoints(numbers, { ...evaluated([0, 1, 4, 9]), ended })).toEqual([0, 1, 2, 3])
    expect(wrongPoints(numbers, { ...evaluated([0, 1, 4, 9]), unstable })).toEqual([0, 1, 2, 3])
    expect(wrongPoints(numbers, evaluated([0, 1, 4, 10]))).toEqual([3])
  })

  test('a kink is a point that the table calls one', () => {
    const table = tableOf({ rows: [[0], [1]], low: [0, 1], kinks: [1] })
    expect([isKink(table, 0), isKink(table, 1)]).toEqual([false, true])
  })
})

describe('the point that is shown', () => {
  test.each<[string, number[][], number]>([
    ['fewer digits first', [[0.125], [12], [3]], 2],
    ['then the smaller one', [[5], [3], [7]], 1],
    ['then the positive one', [[-3], [3]], 1],
    ['-0 after 0', [[-0], [0]], 1],
    [
      'parameters count',
      [
        [1, 0.25],
        [1, 1.5],
        [1, 2],
      ],
      2,
    ],
  ])('%s', (_, rows, best) => {
    const table = tableOf({ rows, low: rows.map(() => 0) })
    expect(smallestPoint(table, [...rows.keys()])).toBe(best)
  })

  test('is one of those that fail', () => {
    const rows = fc.array(fc.tuple(fc.double({ noNaN: true })), { minLength: 1 })
    fc.assert(
      fc.property(rows, fc.nat(), (points, skip) => {
        const table = tableOf({ rows: points, low: points.map(() => 0) })
        const failing = [...points.keys()].slice(skip % points.length)
        expect(failing).toContain(smallestPoint(table, failing))
      }),
      { seed: 1 },
    )
  })
})

describe('what is shown of it', () => {
  const kink = tableOf({
    ...{
      rows: [
        [0, 0.5],
        [1, -0],
      ],
      low: [0.5, 3],
      high: [1, 3],
      kinks: [0],
      orNaN: [0],
    },
    tensorflow: [Number.NaN, 2.5],
  })

  test('arguments by name, with the numbers that JSON has no word for', () => {
    expect(inputsAt(kink, 1)).toEqual({ x: 1, alpha: '-0' })
    expect(inputsAt(tableOf({ rows: [[Infinity]], low: [0] }), 0)).toEqual({ x: 'Infinity' })
  })

  test('a value, or what lies between two', () => {
    const expected = (index: number) => counterexample(kink, index, 7, defaultTolerance).expected
    expect(expected(1)).toEqual({ kind: 'value', value: 3 })
    expect(expected(0)).toEqual({ kind: 'between', low: 0.5, high: 1, orNaN: true })
    expect(expectedValues(kink, 1)).toEqual({ expected: 3 })
    expect(expectedValues(kink, 0)).toEqual({ low: 0.5, high: 1, orNaN: true })
  })

  test('TensorFlow.js’s word where it has one, and a difference between numbers only', () => {
    const found = counterexample(kink, 1, 4, defaultTolerance)
    expect(found).toMatchObject({ difference: 1, references: { float64: 3, tensorflow: 2.5 } })
    const nowhere = counterexample(kink, 0, Number.NaN, defaultTolerance)
    expect(nowhere.references).toEqual({ float64: 0.5 })
    expect(counterexample(kink, 1, Infinity, defaultTolerance)).not.toHaveProperty('difference')
  })

  test('the line of a throw at that point, and at no other', () => {
    const place = {
      kind: 'source',
      file: 'a.ts',
      line: 2,
      column: 1,
      text: '',
      remark: '',
    } as const
    const result = evaluated([1], [{ index: 0, kind: 'threw', message: '', place }])
    expect(faultPlaces(result, 0)).toEqual([place])
    expect(faultPlaces(result, 1)).toEqual([])
    const unknown = evaluated([1], [{ index: 0, kind: 'threw', message: '' }])
    expect(faultPlaces(unknown, 0)).toEqual([])
  })

  test('points at which the references disagree, where there are any', () => {
    expect(disagreement({ disputed: 0, largest: 0 })).toEqual([])
    expect(disagreement({ disputed: 2, largest: Infinity })).toMatchObject([
      { kind: 'disagreement', points: 2, largest: 'Infinity' },
    ])
  })
})

test('only what was asked about is counted as disputed', () => {
  const table = tableOf({ rows: [[0], [1], [2]], low: [0, 1, 2], disputed: [1, 2] })
  const counts = [[0], [0, 1], [2, 1, 0]].map((tested) => agreementAt(table, tested).disputed)
  expect(counts).toEqual([0, 1, 2])
})

test('no answer is asked for the sign of its zero', () => {
  const table = tableOf({ rows: [[0], [1]], low: [-0, -0], high: [-0, 1], orNaN: [1] })
  const { expected, references } = counterexample(table, 0, 1, defaultTolerance)
  expect([expected, references?.float64]).toEqual([{ kind: 'value', value: 0 }, 0])
  expect(expectedValues(table, 1)).toEqual({ low: 0, high: 1, orNaN: true })
})

describe('where points fail is told for each set of parameters', () => {
  const table = tableOf({
    rows: [-1, 0, 1].flatMap((x) => [0.5, 2].map((alpha) => [x, alpha])),
    low: [0, 0, 0, 0, 0, 0],
  })

  test('from where to where', () => {
    const judgement = { tested: [0, 1, 2, 3, 4, 5], failing: [0, 2, 1] }
    expect(spread(table, judgement)).toEqual({
      ...{ kind: 'spread', tested: 6, failed: 3 },
      intervals: [
        ...[{ parameters: { alpha: 0.5 }, variable: 'x', from: -1, to: 0, tested: 2, failed: 2 }],
        ...[{ parameters: { alpha: 2 }, variable: 'x', from: -1, to: -1, tested: 1, failed: 1 }],
      ],
    })
  })

  describe('where right points lie between them', () => {
    const line = tableOf({
      rows: Array.from({ length: 12 }, (_, x) => [x]),
      low: Array.from({ length: 12 }, () => 0),
    })
    const tested = [...line.low.keys()]
    const places = (failing: readonly number[]) =>
      spread(line, { tested, failing }).intervals.map(({ from, to, tested, failed }) => [
        ...[from, to, tested, failed],
      ])

    test('each interval by itself', () => {
      expect(places([0, 1, 10, 11])).toEqual([
        [0, 1, 2, 2],
        [10, 11, 2, 2],
      ])
    })

    test('and no interval where they are many', () => {
      expect(places([1, 3, 5, 8])).toEqual([[1, 8, 8, 4]])
    })
  })

  test('and earns what the rule of the exercise gives', () => {
    const found = spread(table, { tested: [0, 1, 2, 3, 4, 5], failing: [0, 2] })
    expect(earnedShare('none', table, found)).toBe(0)
    expect(earnedShare('by-point', table, found)).toBe(4 / 6)
    expect(earnedShare('by-parameter', table, found)).toBe(1 / 2)
  })

  test('also where the one that fails is in no table', () => {
    const beside = (alpha: number) => ({
      ...{ samples: table, tested: 6 },
      point: { table: tableOf({ rows: [[9, alpha]], low: [0] }), index: 0 },
    })
    expect(shareBesideWitness('none', beside(2))).toBe(0)
    expect(shareBesideWitness('by-point', beside(2))).toBe(6 / 7)
    expect(shareBesideWitness('by-parameter', beside(2))).toBe(1 / 2)
    expect(shareBesideWitness('by-parameter', beside(3))).toBe(2 / 3)
  })

  test('never more than all and never less than nothing', () => {
    const some = fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 })
    fc.assert(
      fc.property(some, (failing) => {
        const found = spread(table, { tested: [0, 1, 2, 3, 4, 5], failing })
        for (const rule of ['none', 'by-point', 'by-parameter'] as const) {
          const share = earnedShare(rule, table, found)
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThan(1)
        }
      }),
      { seed: 1 },
    )
  })
})
