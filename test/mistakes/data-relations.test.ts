import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DataAnswer, dataRelation } from '../../src/mistakes/data-relations.ts'

const SEED = 7
const number = fc.integer({ min: -40, max: 40 }).map((k) => k / 4 + 0.1)

/** Matrices of two to five rows and two or three columns, of which no two are alike. */
const matrix = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
/** Of two numbers of rows at least, so that a length is told from a constant. */
const inputs = fc
  .array(matrix, { minLength: 3, maxLength: 6 })
  .filter((all) => new Set(all.map((X) => X.length)).size > 1)

type Answer = (X: number[][]) => DataAnswer['got']
const right = (X: number[][]): number[][] =>
  X.map((row, i) => row.map((value, j) => value * (i + 2) + j * j))
const mapped = (X: number[][], f: (value: number) => number) => right(X).map((row) => row.map(f))

function seen(all: number[][][], answer: Answer) {
  const answers = all.map((X) => ({ arguments: [X, 3], got: answer(X), expected: right(X) }))
  const found = dataRelation(answers, ['X', 'n'])
  return found && [found.note, found.title]
}

const CASES: [what: string, answer: Answer, title: RegExp][] = [
  ['the opposite sign', (X) => mapped(X, (v) => -v), /^sign .*opposite/],
  ['a mean for a sum', (X) => mapped(X, (v) => v / X.length), /divided by the length of X/],
  ['a sum for a mean', (X) => mapped(X, (v) => v * X.length), /multiplied by the length of X/],
  [
    'a root that lacks the length',
    (X) => mapped(X, (v) => v / Math.sqrt(X.length)),
    /divided by the square root of the length of X/,
  ],
  ['a constant factor', (X) => mapped(X, (v) => 3 * v), /^constant-factor/],
  ['a constant summand', (X) => mapped(X, (v) => v + 3), /^offset/],
  ['always the same', (X) => mapped(X, () => 0), /^constant-value/],
  [
    'rows for columns',
    (X) => right(X)[0]?.map((_, j) => right(X).map((row) => row[j] as number)) ?? [],
    /^rows-for-columns/,
  ],
  ['parts of an object', (X) => mapped(X, (v) => v), /^undefined/],
]

describe('how answers of data are related to the right ones', () => {
  it.each(CASES)('%s', (_, answer, title) => {
    fc.assert(
      fc.property(inputs, (all) => {
        expect(String(seen(all, answer)?.join(' '))).toMatch(title)
      }),
      { seed: SEED, numRuns: 50 },
    )
  })

  it('is said of the parts of an object that are wrong', () => {
    const X = [[1], [2], [4]]
    const answers = [X, [...X, [7]], [...X, [7], [9]]].map((given) => {
      const expected = { W: given, b: [given.length, 5] }
      const got = { W: given.map(([v = 0]) => [v / given.length]), b: [given.length, 5] }
      return { arguments: [given], got, expected }
    })
    expect(dataRelation(answers, ['X'])?.title).toBe('every number is divided by the length of X')
  })

  it('is not said where one number is none of it', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...CASES.slice(0, 7)), (all, [, answer]) => {
        const broken: Answer = (X) =>
          X === all.at(-1) ? mapped(X, (v) => Math.cos(v) * 5) : answer(X)
        expect(seen(all, broken)).toBeUndefined()
      }),
      { seed: SEED, numRuns: 50 },
    )
  })

  it('is not said of a length where all are of one', () => {
    const all = [2, 3, 4].map((k) => [
      [k, 1.5],
      [7, k + 0.5],
    ])
    expect(seen(all, (X) => mapped(X, (v) => v / X.length))?.[0]).toBe('constant-factor')
  })
})
