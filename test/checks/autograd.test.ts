import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { exerciseCalled, judgeText } from './judge-text.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

async function judged(body: string) {
  const text = `export function prelu(tf: any, x: any, alpha: number) {\n  ${body}\n}\n`
  const checks = await judgeText(sandbox, exerciseCalled('ex9'), text)
  return checks['prelu-autograd']
}

describe('a pReLU of tensor operations passes, however it is written', () => {
  test.each([
    'return tf.where(x.greater(0), x, x.mul(alpha))',
    'return x.relu().sub(x.neg().relu().mul(alpha))',
    'return x.mul(tf.step(x, alpha))',
    'return tf.leakyRelu(x, alpha)',
    'const both = tf.stack([x, tf.zerosLike(x)]); return tf.max(both, 0).add(tf.min(both, 0).mul(alpha))',
    'const zero = tf.tensor(0); return tf.maximum(x, zero).add(tf.minimum(x, zero).mul(tf.tensor(alpha)))',
    'return x.relu().sub(x.neg().relu().mul(tf.variable(tf.scalar(alpha))))',
    'const p = x.greater(0).toFloat(); return x.mul(p).add(x.mul(tf.sub(1, p)).mul(alpha))',
    'const f = x.flatten(); const r = []; for (let i = 0; i < x.size; i++) r.push(tf.prelu(f.slice([i], [1]), alpha)); return tf.concat(r).reshape(x.shape)',
  ])('%s', async (body) => {
    expect(await judged(body)).toMatchObject({ status: 'passed' })
  })
})

describe('what does not is explained', () => {
  test.each([
    ['return tf.step(x, alpha)', 'broken-tape'],
    ['return tf.greater(x, 0).mul(1).add(tf.less(x, 0).mul(alpha))', 'broken-tape'],
    ['return tf.where(x.greater(0), tf.exp(tf.log(x)), x.mul(alpha))', 'gradient-not-a-number'],
    ['return tf.max(x).add(tf.min(x).mul(alpha))', 'reduction'],
    ['return tf.tensor(x.arraySync())', 'values-read-out'],
    ['return tf.tensor([x]).relu()', 'constant-from-data'],
    ['const y = tf.variable(x); return y.relu().sub(y.neg().relu().mul(alpha))', 'broken-tape'],
  ])('%s is %s', async (body, note) => {
    expect(await judged(body)).toMatchObject({ status: 'failed', note })
  })

  test('a cut tape with the operation and the line that cut it', async () => {
    const check = await judged('const a = 1\n  return tf.sign(x)')
    expect(check?.message).toContain('tf.sign let none through')
    expect(JSON.stringify(check?.evidence)).toContain('"line":3')
  })

  test('a result without x as one that does not use it, whatever was computed beside it', async () => {
    const check = await judged('tf.greater(x, 0)\n  return tf.fill(x.shape, alpha)')
    expect(check?.message).toContain('the result does not use it')
    expect(check?.note ?? null).toBeNull()
  })
})
