import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { DifferentiationResult, TensorValue } from '../../src/session.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

const x: TensorValue = { shape: [4], values: Float32Array.of(-2, -0.5, 0.5, 3) }
const alpha: TensorValue = { shape: [], values: Float32Array.of(0.25) }

describe('TensorFlow.js differentiates through a submission', () => {
  test.each([
    [
      'functions of tf',
      'export const prelu = (tf: any, x: any, alpha: any) => tf.add(tf.maximum(x, 0), tf.mul(alpha, tf.minimum(x, 0)))',
    ],
    [
      'methods of tensors',
      'export function prelu(tf: any, x: any, alpha: any) { return x.maximum(tf.scalar(0)).add(alpha.mul(x.minimum(0))) }',
    ],
    [
      'destructured operations and selection',
      'export function prelu({ where, greater, mul }: any, x: any, alpha: any) { return where(greater(x, 0), x, mul(alpha, x)) }',
    ],
  ])('that uses %s', async (_style, text) => {
    const result = await differentiated(text)
    if (result.kind !== 'differentiated') throw new Error(JSON.stringify(result))
    expect([...result.value.values]).toEqual([-0.5, -0.125, 0.5, 3])
    expect([...(result.gradients[0]?.values ?? [])]).toEqual([0.25, 0.25, 1, 1])
    expect([...(result.gradients[1]?.values ?? [])]).toEqual([-2.5])
    expect(result.broken).toEqual([])
  })

  test.each([
    [
      'tf.customGrad((t) => t)(x)',
      /^TypeError: tf\.customGrad is not available here: the gradient/,
    ],
    [
      'tf.valueAndGrad((t) => tf.relu(t))(x).value',
      /^TypeError: tf\.valueAndGrad is not available here/,
    ],
    ['tf.fit(x, { epochs: 2 })', /^TypeError: tf\.fit is not available here/],
    ['tf.losses.huberLoss({}, x)', /^TypeError: tf\.losses\.huberLoss is of a part/],
    ['x.array(() => 1)', /^TypeError: \.array\(\) reads numbers/],
    [
      'tf.relu((t) => t)',
      /^TypeError: a tensor operation takes tensors, numbers and lists of them/,
    ],
    [
      'tf.stack([x, { x }])',
      /^TypeError: a tensor operation takes tensors, numbers and lists of them/,
    ],
    ['x.mul(new Map())', /^TypeError: a tensor operation takes tensors, numbers and lists of them/],
  ])('and says of %s first whether there is such an operation', async (call, message) => {
    const result = await differentiated(`export const prelu = (tf: any, x: any) => ${call}`)
    expect(result).toMatchObject({ kind: 'fault', message: expect.stringMatching(message) })
  })

  test('and names the line that breaks the tape', async () => {
    const result = await differentiated(
      'export function prelu(tf: any, x: any, alpha: any) {\n  return tf.mul(tf.sign(x), alpha)\n}',
    )
    expect(result).toMatchObject({
      kind: 'differentiated',
      broken: [{ input: 0, place: { line: 2 } }],
    })
  })

  test.each([
    ['reads values out', 'x.dataSync()', /\.dataSync\(\) reads numbers out of a tensor/],
    [
      'builds a tensor of another',
      'tf.tensor1d([1, x])',
      /tensor1d: builds a tensor out of numbers/,
    ],
    ['calls what is not there', 'tf.nonsense(x)', /tf.nonsense is not available here/],
    ['mixes shapes that do not fit', 'tf.add(x, tf.ones([3]))', /tf.add/],
  ])('and refuses one that %s, at its line', async (_what, expression, message) => {
    const result = await differentiated(
      `export const prelu = (tf: any, x: any, alpha: any) =>\n  ${expression}`,
    )
    expect(result).toMatchObject({
      kind: 'fault',
      cause: 'crashed',
      message: expect.stringMatching(message),
      place: { line: 2 },
    })
  })

  test('and tells what a result is that is no tensor', async () => {
    expect(await differentiated('export const prelu = () => 1')).toMatchObject({
      kind: 'not-data',
      found: '1',
    })
  })

  test('and ends one that does not finish', async () => {
    expect(
      await differentiated(
        'export const prelu = (tf: any, x: any) => { for (;;) x = tf.add(x, 1) }',
      ),
    ).toMatchObject({ kind: 'fault' })
  })
})

async function differentiated(text: string): Promise<DifferentiationResult> {
  const session = sandbox.session()
  await session.load({ file: 'a.ts', text, siblings: {} }, [
    { name: 'prelu', arguments: ['tf', 'x', 'alpha'], symbolic: false },
  ])
  const [result] = await session.differentiate({
    function: 'prelu',
    calls: [[{ tensor: x }, { tensor: alpha }]],
  })
  await session.close()
  if (result === undefined) throw new Error('nothing came of the call')
  return result
}
