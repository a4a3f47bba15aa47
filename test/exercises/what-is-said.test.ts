import { describe, expect, test } from 'vitest'
import { openJudge } from './judge.ts'

const { check } = openJudge()

const rightDtanh = 'export const dtanh = (x: number) => 1 - Math.tanh(x) ** 2\n'
const rightRelu = 'export const relu = (x: number) => (x > 0 ? x : 0)\n'

describe('a result that is no number', () => {
  test.each([
    ['null', 'returned null'],
    ['(x > 0)', 'returned true (a boolean)'],
    ['String(x > 0 ? 1 : 0)', 'returned "1" (a string)'],
    ['undefined', 'returned undefined'],
  ])('is named, whichever of many points is shown: %s', async (result, found) => {
    const source = `${rightRelu}export const drelu = (x: number) => ${result} as never`
    const { cause, message } = await check('ex12', source, 'drelu-derivative')
    expect(cause).toBe('wrong-answer')
    expect(message).toBe(`drelu(1) should be a number, but yours ${found}`)
  })

  test('does not pass where "does not exist" would', async () => {
    const source = `${rightRelu}export const drelu = (x: number) =>
      x > 0 ? 1 : x < 0 ? 0 : (undefined as never)`
    const kink = await check('ex12', source, 'drelu-kink')
    expect(kink).toMatchObject({ status: 'failed', score: 0 })
    expect(kink.message).toBe('drelu(0) should be a number, but yours returned undefined')
  })

  test('is no overflow, where only a very large input gives it', async () => {
    const source = `${rightDtanh}export const tanh = (x: number) =>
      { if (Math.abs(x) < 100) return Math.tanh(x) }`
    const stability = await check('ex1', source, 'tanh-stability')
    expect(stability).toMatchObject({ status: 'failed', score: 0 })
    expect(stability.note).toBeUndefined()
    expect(stability.message).toBe('tanh(100) should be a number, but yours returned undefined')
  })
})

test('a pattern explains no right answer: what is told is the changed argument', async () => {
  const source = `type Gap = (p: number[][], q: number[][]) => number
    const at = (l: number[][], x: number) => {
      const k = Math.max(1, l.findIndex(([v]) => v! >= x))
      const [[a, b], [c, d]] = [l[k - 1]!, l[k]!] as [[number, number], [number, number]]
      return b + ((d - b) * (x - a)) / (c - a)
    }
    export const largestGap: Gap = (p, q) => {
      const xs = Float64Array.from([...p, ...q].map(([x]) => x!))
      xs.sort()
      p[0] = [...p[0]!, 0]
      return Math.max(...[...xs].map((x) => Math.abs(at(p, x) - at(q, x))))
    }`
  const report = await check('ex20', source, 'largestgap-call')
  expect(report.message).toMatch(/^largestGap should leave its argument p unchanged/)
  expect(report.note).toBeUndefined()
})

test('an error that is thrown for large inputs is no overflow', async () => {
  const source = `${rightDtanh}export const tanh = (x: number) =>
    { if (x > 50) throw new RangeError('too far'); return Math.tanh(x) }`
  expect(await check('ex1', source, 'tanh-stability')).toMatchObject({
    status: 'failed',
    cause: 'crashed',
    message: 'tanh(100) should be a number, but yours threw RangeError: too far',
  })
})

describe('"your formula is right, but its arithmetic is not"', () => {
  test.each([
    ['a formula that does not exist at the point', 'x * Math.tanh(x) / x', 0],
    ['a NaN that stands in the source', 'x === 1.5 ? NaN : Math.tanh(x)', 1.5],
  ])('is not said of %s', async (_, formula, at) => {
    const source = `${rightDtanh}export const tanh = (x: number) => ${formula}`
    const value = await check('ex1', source, 'tanh-value')
    expect(value.status).toBe('failed')
    expect(value.message).toMatch(`tanh(${at}) should be`)
    expect(value.message).not.toContain('your formula is right')
  })
})

describe('a sigmoid made of tanh', () => {
  const net =
    'export const toSigmoidNet = (n: never) => n\nexport const toTanhNet = (n: never) => n\n'
  const own = `${net}const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
export const tanhViaSigmoid = (x: number) => 2 * sigmoid(2 * x) - 1\n`

  test('may be made of the own tanh, whatever that is made of', async () => {
    const source = `${own}export const sigmoidViaTanh = (x: number) => (1 + tanhViaSigmoid(x / 2)) / 2`
    expect(await check('ex5', source, 'sigmoidviatanh-policy')).toMatchObject({ status: 'passed' })
  })

  test.each([
    ['exp', '(1 + tanhViaSigmoid(x / 2)) / 2 + 0 * Math.exp(0)'],
    ['the sigmoid', '0 * tanhViaSigmoid(x) + sigmoid(x)'],
  ])('may not use %s beside it', async (_, formula) => {
    const source = `${own}export const sigmoidViaTanh = (x: number) => ${formula}`
    expect(await check('ex5', source, 'sigmoidviatanh-policy')).toMatchObject({ status: 'failed' })
  })

  test('does not lend its Math.tanh to the tanh that should do without', async () => {
    const source = `${net}export const sigmoidViaTanh = (x: number) => (1 + Math.tanh(x / 2)) / 2
export const tanhViaSigmoid = (x: number) => 2 * sigmoidViaTanh(2 * x) - 1`
    expect(await check('ex5', source, 'tanhviasigmoid-policy')).toMatchObject({ status: 'failed' })
  })
})

describe('the pieces of a network', () => {
  const sum = (sign: string) => `
export const pieces = (net: never) => ({ breakpoints: [1 / 0], slopes: [0, 0], intercepts: [0, 0] })
export const addPieces = (p: any, q: any) => ({
  breakpoints: p.breakpoints,
  slopes: p.slopes.map((slope: number, k: number) => slope ${sign} q.slopes[k]),
  intercepts: p.intercepts.map((at: number, k: number) => at ${sign} q.intercepts[k]),
})`

  test('lose no breakpoint of the second function where both have the same', async () => {
    // Its pieces do not meet, which is true and said; that breakpoints are lost would explain nothing.
    const subtracted = await check('ex4', sum('-'), 'addpieces-piecewise-linear')
    expect(subtracted.status).toBe('failed')
    expect(subtracted.note).toBe('discontinuous')
    const added = await check('ex4', sum('+'), 'addpieces-piecewise-linear')
    expect(added.note).toBe('second-breakpoints-lost')
  })

  test('with an infinite breakpoint are no unit with w1 = 0 where there is none', async () => {
    const found = await check('ex4', sum('+'), 'pieces-piecewise-linear')
    expect(found.message).toBe('a breakpoint is no finite number: [Infinity]')
    expect(found.note).toBe('parameters-unused')
  })
})

describe('a leaf', () => {
  const leaf = (
    add: string,
  ) => `export const train = (steps: number) => Math.max(1 - 0.3 * steps, -0.2)
export const leaf = (value: number) => ({
  value, grad: 0, backward(u: number) { ${add} }, zeroGrad() { this.grad = 0 },
})`

  test.each([
    ['takes the size of a gradient', 'this.grad += value > 0 ? Math.abs(u) : 0', undefined],
    ['counts twice', 'this.grad += value > 0 ? 2 * u : 0', undefined],
    ['forgets the gradient', 'void u', 'gradient-missing'],
    ['lets negative gradients through', 'if (value > 0 || u < 0) this.grad += u', undefined],
    ['moves its value', 'this.grad += value > 0 ? u : 0; this.value -= u', 'value-changed'],
  ])('that %s is wrong, with a note only where it is true', async (_, add, note) => {
    const found = await check('ex10', leaf(add), 'leaf-accumulation')
    expect(found).toMatchObject({ status: 'failed', score: 0 })
    expect(found.note).toBe(note)
  })

  test('may carry more than was asked for', async () => {
    const source = `export const train = (steps: number) => Math.max(1 - 0.3 * steps, -0.2)
export class Leaf { constructor(public value: number, public grad = 0) {}
  backward(u: number) { this.grad += this.value > 0 ? u : 0 } zeroGrad() { this.grad = 0 } }
export const leaf = (value: number) => new Leaf(value)`
    expect(await check('ex10', source, 'leaf-accumulation')).toMatchObject({ score: 700 })
  })
})

test('an extra property that is no data does no harm, and a missing one is named', async () => {
  const layer = (more: string) => `export const rank = (W: never[]) => W.length
export const lostDirection = () => [0]
export const collapse = ([one, ...rest]: any[]): any => rest.reduce((a, l) => ({
  W: a.W.map((r: number[]) => l.b.map((_: number, j: number) => r.reduce((s, v, k) => s + v * l.W[k][j], 0))),
  b: l.b.map((v: number, j: number) => a.b.reduce((s: number, w: number, k: number) => s + w * l.W[k][j], v)),
  ${more}
}), { ...one, ${more} })`
  const extra = await check('ex6', layer('name: undefined, apply() { return 1 }'), 'collapse-call')
  expect(extra).toMatchObject({ status: 'passed' })
  const missing = await check('ex6', layer('b: undefined'), 'collapse-call')
  expect(missing.message).toMatch(/: b is missing \(it has W\)$/)
})

test('an export that is no function is told as what it is', async () => {
  const source = `${rightDtanh}export const tanh = 0.76`
  const { cause, message } = await check('ex1', source, 'tanh-value')
  expect(cause).toBe('missing-export')
  expect(message).toBe('the file does not export a function called tanh (it has 0.76 by that name)')
})
