import { describe, expect, it } from 'vitest'
import { openJudge } from './judge.ts'

const judge = openJudge()

const FORWARD = `
interface Params { W1: number[][]; b1: number[]; W2: number[][]; b2: number[] }
type M = number[][]
const mul = (a: M, b: M): M => a.map((row) => b[0]!.map((_, j) => row.reduce((s, v, k) => s + v * b[k]![j]!, 0)))
const turn = (a: M): M => a[0]!.map((_, j) => a.map((row) => row[j]!))
const plus = (a: M, b: number[]): M => a.map((row) => row.map((v, j) => v + b[j]!))
const sums = (a: M): number[] => a[0]!.map((_, j) => a.reduce((s, row) => s + row[j]!, 0))
const outputs = (H: M, p: Params): M => plus(mul(H, p.W2), p.b2)
const hidden = (X: M, p: Params): M => plus(mul(X, p.W1), p.b1)
const relu = (Z: M): M => Z.map((row) => row.map((v) => Math.max(0, v)))
function grads(X: M, Z: M, p: Params, dO: M): Params {
  const dZ = mul(dO, turn(p.W2)).map((row, i) => row.map((v, j) => (Z[i]![j]! > 0 ? v : 0)))
  return { W1: mul(turn(X), dZ), b1: sums(dZ), W2: mul(turn(relu(Z)), dO), b2: sums(dO) }
}
`

const RIGHT = `${FORWARD}
export function forward(X: M, params: Params): M { return outputs(relu(hidden(X, params)), params) }
export function backward(X: M, params: Params, dO: M): Params { return grads(X, hidden(X, params), params, dO) }
`

const CACHED = `${FORWARD}
let Z: M
export function forward(X: M, params: Params): M { Z = hidden(X, params); return outputs(relu(Z), params) }
export function backward(X: M, params: Params, dO: M): Params { return grads(X, Z, params, dO) }
`

const CACHED_SILENTLY = CACHED.replace('let Z: M', 'let Z: M = [[]]')
  .replace('Z[i]![j]! > 0', '(Z[i]?.[j] ?? 0) > 0')
  .replace('mul(turn(relu(Z)), dO)', 'Z[0]![0] === undefined ? p.W2 : mul(turn(relu(Z)), dO)')

const REMEMBERED_BY_X = `${FORWARD}
const seen = new Map<string, Params>()
export function forward(X: M, params: Params): M { return outputs(relu(hidden(X, params)), params) }
export function backward(X: M, params: Params, dO: M): Params {
  const key = JSON.stringify(X)
  if (!seen.has(key)) seen.set(key, grads(X, hidden(X, params), params, dO))
  return seen.get(key)!
}
`

const LAST_OUTPUT = `
let last = 0
export function tanh(x: number): number { return (last = Math.tanh(x)) }
export function dtanh(_x: number): number { return 1 - last * last }
`

describe('functions are called alone', () => {
  it('and a right answer is right', async () => {
    expect(await judge.report('ex8', RIGHT)).toMatchObject({ status: 'passed' })
  })

  it.each([
    ['crashes without it', CACHED],
    ['is wrong without it', CACHED_SILENTLY],
  ])(
    'so that a backward that needs what forward keeps is told so, where it %s',
    async (_, source) => {
      const { checks } = await judge.report('ex8', source)
      expect(checks.map(({ id, score }) => [id, score])).toEqual([
        ['forward-call', 400],
        ['backward-gradient', 0],
      ])
      expect(checks[1]).toMatchObject({
        cause: 'wrong-answer',
        message: expect.stringMatching(
          /^backward is right only after forward was called: functions are called alone here/,
        ),
      })
    },
  )

  it('and a derivative that needs the last output is told so', async () => {
    const { checks } = await judge.report('ex1', LAST_OUTPUT)
    const derivative = checks.find(({ id }) => id === 'dtanh-derivative')
    expect(derivative).toMatchObject({
      score: 0,
      message: expect.stringMatching(/^dtanh is right only after tanh was called/),
    })
    expect(checks.find(({ id }) => id === 'tanh-value')).toMatchObject({ score: 300 })
  })

  it('and one that is plainly wrong is told nothing of the kind', async () => {
    const source = RIGHT.replace('> 0 ? v : 0', '>= -1 ? v : 0')
    const { checks } = await judge.report('ex8', source)
    expect(checks[1]).toMatchObject({
      status: 'failed',
      message: expect.not.stringMatching(/called/),
    })
  })
})

describe('what is kept from call to call', () => {
  it('is named by the argument that it forgets', async () => {
    const { checks } = await judge.report('ex8', REMEMBERED_BY_X)
    expect(checks[1]).toMatchObject({
      status: 'failed',
      score: 0,
      cause: 'not-deterministic',
      message: expect.stringMatching(
        /^backward(.* is right where it is called first, and wrong after| gives another answer where only (params|dO) was different in the call before)/,
      ),
    })
  })

  it.each([
    [
      'the first result of each shape',
      'const kept = new Map<string, any>()\nexport function prelu(tf: any, x: any, alpha: any) { const k = x.shape.join(); if (!kept.has(k)) kept.set(k, right(tf, x, alpha)); return kept.get(k) }',
    ],
    [
      'the first alpha',
      'let first: number\nexport function prelu(tf: any, x: any, alpha: number) { first ??= alpha; return right(tf, x, first) }',
    ],
    [
      'the last result, as long as the shape is the same',
      'let shape = "", last: any\nexport function prelu(tf: any, x: any, alpha: number) { if (x.shape.join() !== shape) { shape = x.shape.join(); last = right(tf, x, alpha) } return last }',
    ],
  ])('is named among tensors too: %s', async (_, text) => {
    const source = `const right = (tf: any, x: any, alpha: any) => tf.add(tf.relu(x), tf.mul(alpha, tf.minimum(x, 0)))\n${text}\n`
    expect(await judge.check('ex9', source, 'prelu-autograd')).toMatchObject({
      status: 'failed',
      score: 0,
      cause: 'not-deterministic',
      message: expect.stringMatching(
        /is right where it is called first, and wrong after other calls/,
      ),
    })
  })

  it('does no harm where it is a constant', async () => {
    const source =
      'let zero: any\nexport const prelu = (tf: any, x: any, alpha: any) => { zero ??= tf.scalar(0); return tf.add(tf.maximum(x, zero), tf.mul(alpha, tf.minimum(x, zero))) }\n'
    expect(await judge.check('ex9', source, 'prelu-autograd')).toMatchObject({ status: 'passed' })
  })

  it('is not taken for the need of another function', async () => {
    const source = `export const prelu = (x: number, alpha: number) => (x > 0 ? x : alpha * x)
const kept = new Map<string, number>()
const slope = (x: number, alpha: number) => (x > 0 ? 1 : alpha)
export const dprelu = (x: number, alpha: number) => {
  const key = String(alpha)
  if (!kept.has(key)) kept.set(key, slope(x, alpha))
  return kept.get(key)
}
export const dpreluDalpha = (x: number, _alpha: number) => Math.min(x, 0)
`
    expect(await judge.check('ex2', source, 'dprelu-derivative')).toMatchObject({
      cause: 'not-deterministic',
      message: expect.not.stringContaining('only after'),
    })
  })
})
