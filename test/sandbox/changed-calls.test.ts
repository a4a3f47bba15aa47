import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../../src/report/report.ts'
import { walksFrom } from '../../src/sandbox/changed-calls.ts'

const changedIn = (calls: readonly (readonly Json[])[], position: number) =>
  walksFrom(calls)
    .filter(({ changed }) => changed === position)
    .flatMap(({ calls: [, ...after] }) => after.map((args) => args[position]))

test('of several arguments each is changed alone, into another call’s', () => {
  const calls = [
    [1, 'a'],
    [2, 'b'],
  ]
  expect(changedIn(calls, 0)).toEqual([1, 2])
  expect(changedIn(calls, 1)).toEqual(['a', 'b'])
})

test('of an object each property is, and what is in a list of objects', () => {
  const net = { w: [1, 2, 3], b: 3 }
  const nets = [net, { w: [4, 5, 6], b: 6 }, { w: [7, 8, 9], b: 9 }]
  const changed = changedIn(
    nets.map((one) => [one]),
    0,
  ) as { w: number[]; b: number }[]
  expect(new Set(changed.map(({ w }) => JSON.stringify(w))).size).toBeGreaterThan(3)
  expect(new Set(changed.map(({ b }) => b)).size).toBeGreaterThan(1)
  const layers = changedIn([[[net, net]], [nets]], 0)
  expect(layers.length).toBeGreaterThan(4)
})

const number = fc.integer({ min: -40, max: 40 }).map((n) => n / 4)
const matrix = fc
  .tuple(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc
      .uniqueArray(number, { minLength: rows * columns, maxLength: rows * columns })
      .map((flat) =>
        Array.from({ length: rows }, (_, i) => flat.slice(i * columns, (i + 1) * columns)),
      ),
  )

const sorted = (list: readonly unknown[]) => JSON.stringify([...list].sort())
const columnsOf = (X: readonly number[][]) =>
  (X[0] ?? []).map((_, j) => X.map((row) => row[j] as number))
const sum = (list: readonly number[]) => Math.round(4 * list.reduce((a, b) => a + b, 0))
/** Of numbers of which hardly any sum is exact. */
const roundedSum = (list: readonly number[]) => list.reduce((a, b) => a + b / 3, 0)

/** What a hasty table might know a matrix by. */
const KEYS: { readonly [name: string]: (X: number[][]) => unknown } = {
  shape: (X) => [X.length, X[0]?.length],
  numbers: (X) => X.flat(),
  'sorted numbers': (X) => sorted(X.flat()),
  'sorted numbers and the first row': (X) => [sorted(X.flat()), X[0]],
  'sorted numbers of each row': (X) => X.map(sorted),
  'sorted numbers of each column': (X) => columnsOf(X).map(sorted),
  'sorted rows': (X) => sorted(X.map((row) => JSON.stringify(row))),
  'sorted rows and the first': (X) => [sorted(X.map((row) => JSON.stringify(row))), X[0]],
  'sorted columns': (X) => sorted(columnsOf(X).map((column) => JSON.stringify(column))),
  'sums of rows': (X) => X.map(sum),
  'sums of columns': (X) => columnsOf(X).map(sum),
  'sums of rows, as they are rounded from the left': (X) => X.map(roundedSum),
  'sums of columns, as they are rounded from the left': (X) => columnsOf(X).map(roundedSum),
  'the first row': (X) => X[0],
  'the last row': (X) => X.at(-1),
  'the first column': (X) => columnsOf(X)[0],
  'all but the last number': (X) => X.flat().slice(0, -1),
  'absolute values': (X) => X.map((row) => row.map(Math.abs)),
  'three decimals': (X) => X.map((row) => row.map((x) => x.toFixed(3))),
}

test.each(Object.entries(KEYS))('neighbours in a walk have %s in common', (_name, key) => {
  const text = (value: unknown) => JSON.stringify(value)
  fc.assert(
    fc.property(fc.array(matrix, { minLength: 8, maxLength: 12 }), (matrices) => {
      const walks = walksFrom(matrices.map((X) => [X]))
      const met = walks.some(({ calls }) =>
        calls.slice(1).some((after, k) => {
          const [one, other] = [calls[k]?.[0], after[0]] as number[][][]
          return text(key(one as number[][])) === text(key(other as number[][]))
        }),
      )
      expect(met).toBe(true)
    }),
    { seed: 7, numRuns: 50 },
  )
})

test('every step changes something, and nothing but one argument', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(matrix, matrix), { minLength: 1, maxLength: 5 }), (calls) => {
      for (const { calls: walked, changed } of walksFrom(calls)) {
        walked.slice(1).forEach((after, k) => {
          const before = walked[k] as readonly Json[]
          if (changed === undefined) throw new Error('two matrices exchanged')
          expect(after[changed]).not.toEqual(before[changed])
          expect(after.toSpliced(changed, 1)).toEqual(before.toSpliced(changed, 1))
        })
      }
    }),
    { seed: 7, numRuns: 50 },
  )
})

interface DeepNet {
  readonly w1: readonly number[]
  readonly b1: readonly number[]
  readonly W2: readonly (readonly number[])[]
  readonly b2: readonly number[]
  readonly w3: readonly number[]
  readonly b3: number
}

const network: fc.Arbitrary<DeepNet> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([first, second]) => {
    const list = (length: number) => fc.array(number, { minLength: length, maxLength: length })
    const W2 = fc.array(list(second), { minLength: first, maxLength: first })
    const [units, outputs] = [list(first), list(second)]
    return fc.record({ w1: units, b1: units, W2, b2: outputs, w3: outputs, b3: number })
  })

/** Of a network whose parts do not fit together, one answer is as good as any. */
function answerTo(net: DeepNet): string {
  const { w1, b1, W2, b2, w3 } = net
  const fits =
    W2.length === w1.length &&
    b1.length === w1.length &&
    w3.length === b2.length &&
    W2.every((row) => row.length === b2.length)
  return fits ? JSON.stringify(net) : 'it throws'
}

test.each(['w1', 'b1', 'W2', 'b2', 'w3', 'b3'])('what takes no %s into account is met', (key) => {
  fc.assert(
    fc.property(fc.array(network, { minLength: 40, maxLength: 60 }), (nets) => {
      const known = new Map<string, string>()
      const met = walksFrom(nets.map((net) => [net as unknown as Json])).some(({ calls }) =>
        calls.some(([given]) => {
          const net = given as unknown as DeepNet
          const others = JSON.stringify({ ...net, [key]: null })
          const answer = known.get(others) ?? answerTo(net)
          known.set(others, answer)
          return answer !== answerTo(net)
        }),
      )
      expect(met).toBe(true)
    }),
    { seed: 7, numRuns: 100 },
  )
})

test('numbers that stand side by side are exchanged, and nothing else is', () => {
  const calls = [
    ['relu', 3, 20],
    [[1, 2], 5, 5],
    [4, 'tanh', 6],
  ]
  const exchanged = walksFrom(calls).filter(({ changed }) => changed === undefined)
  expect(new Set(exchanged.map((walk) => JSON.stringify(walk.calls)))).toEqual(
    new Set(['[["relu",3,20],["relu",20,3]]']),
  )
})
