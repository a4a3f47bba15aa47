import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { Session } from '../../src/session.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

describe('each function that may keep something has a guest of its own', () => {
  test('so that two functions of a file cannot speak to each other', async () => {
    const session = await loaded(
      'let last = 0\nexport const f = (x: number) => (last = x)\nexport const g = (_x: number) => last',
      ['f', 'g'],
    )
    await session.evaluate({ function: 'f', columns: [Float64Array.of(3)] })
    const { values } = await session.evaluate({ function: 'g', columns: [Float64Array.of(3)] })
    expect([...values]).toEqual([0])
    expect(await session.call({ function: 'g', calls: [[7]] })).toEqual({
      results: [{ kind: 'returned', value: 0 }],
    })
  })

  test('and is found by others only in a program that calls both', async () => {
    const session = await loaded(
      'let last = 0\nexport const f = (x: number) => (last = x)\nexport const g = (x: number) => last + x',
      ['f', 'g'],
    )
    const call = (name: string, data: number, as?: string) =>
      ({ do: 'call', function: name, arguments: [{ data }], ...(as && { as }) }) as const
    const steps = [call('f', 3, 'kept'), call('g', 4)]
    expect(await session.program({ function: 'g', steps, alone: true })).toEqual({
      kind: 'returned',
      values: [null, 7],
    })
    expect(await session.call({ function: 'g', calls: [[4]] })).toMatchObject({
      results: [{ value: 4 }],
    })
  })

  test('and a record of its own, of what ran in it', async () => {
    const session = await loaded(
      `const table = [0, 1].map((x) => Math.cosh(x))
export const f = (x: number) => Math.tanh(x) + table[0]!
export const g = (x: number) => { eval('1'); return Math.exp(x) }`,
      ['f', 'g'],
    )
    const x = Float64Array.of(0, 1, 710)
    await session.evaluate({ function: 'f', columns: [x] })
    await session.evaluate({ function: 'g', columns: [x] })
    expect(session.record('f')).toEqual({
      loading: ['cosh'],
      running: ['tanh'],
      asked: 3,
      answers: 3,
    })
    expect(session.record('g')).toEqual({
      loading: ['cosh'],
      running: ['exp', 'eval'],
      asked: 3,
      answers: 2,
    })
  })

  test('where it shares its guest, too, as what keeps nothing does', async () => {
    const session = await loaded(
      'export const f = (x: number) => Math.tanh(x)\nexport const g = (x: number) => Math.exp(x) - 1',
      ['f', 'g'],
      true,
    )
    const x = Float64Array.of(0, 1, 710)
    for (const name of ['f', 'g', 'f']) {
      await session.evaluate({ function: name, columns: [x] })
    }
    expect(session.record('f')).toEqual({ loading: [], running: ['tanh'], asked: 6, answers: 6 })
    expect(session.record('g')).toEqual({ loading: [], running: ['exp'], asked: 3, answers: 2 })
  })

  test('which a lost thread does not take along', async () => {
    const session = await loaded(
      'export const f = (x: number) => Math.tanh(x)\nexport const g = () => new Array(2 ** 32 - 1).indexOf(1)',
      ['f', 'g'],
    )
    await session.evaluate({ function: 'f', columns: [Float64Array.of(1)] })
    const lost = await session.evaluate({ function: 'g', columns: [Float64Array.of(1)] })
    expect(lost.ended).toMatchObject({ cause: 'did-not-finish' })
    expect(session.record('f')).toMatchObject({ running: ['tanh'], answers: 1 })
  })

  test('in which nothing is noted of what it is asked for comparison', async () => {
    const session = await loaded(
      'export const f = (x: number) => x\nexport const g = (x: number) => Math.exp(x)',
      ['f', 'g'],
    )
    const call = (name: string) =>
      ({ do: 'call', function: name, arguments: [{ data: 1 }], as: name }) as const
    await session.program({ function: 'f', steps: [call('g'), call('f')], alone: true })
    await session.call({ function: 'f', calls: [[1]], alone: true })
    expect(session.record('f')).toEqual({ loading: [], running: [], asked: 0, answers: 0 })
  })
})

describe('what a function keeps from call to call is named', () => {
  const A = [
    [1, 2],
    [3, 4],
  ]
  const B = [
    [5, 6],
    [7, 9],
  ]

  test.each([
    [
      'an answer remembered by one of the arguments',
      'const memo = new Map<string, number>()\nexport const f = (X: number[][], w: number) => { const k = JSON.stringify(X); if (!memo.has(k)) memo.set(k, X[0]![0]! * w); return memo.get(k) }',
      { changed: 1, alone: 10, later: 15 },
    ],
    [
      'the last answer, as long as an argument is the same',
      'let seen = "", last = 0\nexport const f = (X: number[][], w: number) => { const k = JSON.stringify(X); if (k !== seen) { seen = k; last = X[0]![0]! * w } return last }',
      { changed: 1 },
    ],
    [
      'the first parameter',
      'let first: number | undefined\nexport const f = (X: number[][], w: number) => X[0]![0]! * (first ??= w)',
      { changed: 1 },
    ],
    [
      'a counter',
      'let n = 0\nexport const f = (X: number[][], w: number) => X[0]![0]! * w + n++',
      { alone: expect.any(Number) },
    ],
    [
      'a number from its own dice',
      'export const f = (X: number[][], w: number) => X[0]![0]! * w + Math.random()',
      { later: expect.any(Number) },
    ],
    [
      'what another call has put into an argument that it was given',
      'const kept: number[][][] = []\nexport const f = (X: number[][], w: number) => { kept.push(X); return kept[0]![0]![0]! * w }',
      { changed: 0 },
    ],
  ])('%s', async (_what, text, memory) => {
    const session = await loaded(text, ['f'])
    const calls = [
      [A, 2],
      [B, 3],
    ]
    const result = await session.call({ function: 'f', calls })
    expect(result.memory).toMatchObject(memory)
    expect('changed' in (result.memory ?? {})).toBe('changed' in memory)
  })

  test.each([
    [
      'a memo by all arguments',
      'const memo = new Map<string, number>()\nexport const f = (X: number[][], w: number) => { const k = JSON.stringify([X, w]); if (!memo.has(k)) memo.set(k, X[0]![0]! * w); return memo.get(k) }',
    ],
    [
      'a constant that is made once',
      'let two: number | undefined\nexport const f = (X: number[][], w: number) => X[0]![0]! * w * (two ??= 2)',
    ],
    ['nothing', 'export const f = (X: number[][], w: number) => X.map((row) => row[0]! * w)'],
    [
      'what it does to its arguments',
      'export const f = (X: number[][], w: number) => { X[0]![0]! += 1; return X[0]![0]! * w }',
    ],
  ])('but not %s', async (_what, text) => {
    const session = await loaded(text, ['f'])
    const calls = [
      [A, 2],
      [B, 3],
      [A, 3],
    ]
    expect(await session.call({ function: 'f', calls })).not.toHaveProperty('memory')
  })

  test('where it is a function of numbers too', async () => {
    const session = await loaded(
      'let first: number | undefined\nclass P { static f(x: number, a: number) { first ??= a; return x > 0 ? x : first * x } }\nexport const f = P.f',
      ['f'],
    )
    const columns = [Float64Array.of(-1, 1, -1, 1), Float64Array.of(0.5, 0.5, 0.25, 0.25)]
    const { unstable } = await session.evaluate({ function: 'f', columns })
    expect(unstable).toMatchObject({ changed: 1 })
  })
})

async function loaded(text: string, names: readonly string[], symbolic = false): Promise<Session> {
  const session = sandbox.session()
  const wanted = names.map((name) => ({ name, arguments: ['x'], symbolic }))
  const result = await session.load({ file: 'a.ts', text, siblings: {} }, wanted)
  expect(result).toMatchObject({ kind: 'loaded' })
  return session
}

/** Memories that other points leave behind, so that asking one point twice does not show them. */
test.each([
  ['by a rounded argument', 'const k = Math.round(x); return (memo[k] ??= x)'],
  ['of the largest', 'memo.most = Math.max(memo.most ?? x, x); return memo.most'],
  ['of the smallest', 'memo.least = Math.min(memo.least ?? x, x); return memo.least'],
])('says first what a point gives where nothing was asked before: a memory %s', async (_, body) => {
  const text = `const memo: any = {}\nexport function f(x: number): number { ${body} }\n`
  const session = sandbox.session()
  await session.load({ file: 'a.ts', text, siblings: {} }, [
    { name: 'f', arguments: ['x'], symbolic: false },
  ])
  const points = Float64Array.of(0.1, 0.2, 0.3, -0.2, 0.4)
  const { unstable } = await session.evaluate({ function: 'f', columns: [points] })
  expect(unstable?.first).toBe(points[unstable?.index ?? -1])
  expect(unstable?.second).not.toBe(unstable?.first)
})
