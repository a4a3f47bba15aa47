import { describe, expect, test } from 'vitest'
import { LARGEST_PARAMETER, trialsOf } from '../../src/checks/autograd.ts'
import { randomFrom } from '../../src/reference/random.ts'
import { exerciseCalled, exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const prelu = (body: string) =>
  `export function prelu(tf: any, x: any, alpha: number) {\n  ${body}\n}\n`

async function judged(body: string) {
  const checks = await judge(exerciseCalled('ex9'), prelu(body))
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

const elu = exerciseOf({
  functions: { elu: { signature: '(tf: Tf, x: Tensor, alpha: number) => Tensor' } },
  checks: [{ kind: 'autograd', function: 'elu', points: 5, of: 'elu', values: [0.5, 2] }],
  mistakes: [
    ...['broken-tape', 'reduction', 'no-tensor-returned', 'constant-leak', 'max-form'],
    ...['gradient-not-a-number', 'values-read-out', 'constant-from-data'],
  ].map((note) => ({ note, function: 'elu', title: note, hint: note })),
})

const of = (body: string) =>
  `export function elu(tf: any, x: any, alpha: number): any {\n  ${body}\n}\n`
const RIGHT = 'return tf.where(x.greater(0), x, x.minimum(0).exp().sub(1).mul(alpha))'

describe('any of the functions of one number and a parameter may be asked for', () => {
  judgesEach(judge, elu, 'elu-autograd', [
    [
      'right in value and gradient, in every shape, at every parameter',
      of(RIGHT),
      {
        ...{ status: 'passed', score: 500 },
        ...{ message: /^value and gradient are right for all \d+ tensors$/, evidence: [] },
      },
    ],
    [
      'another function, at the element and the parameter',
      of('return x.relu()'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0, note: 'parameter-unused' },
        message:
          /^the value at x = -\S+ \(element \d+\) with alpha = 0\.5 should be -\S+, but yours is 0$/,
      },
    ],
    [
      'the right value with another gradient',
      of(`return ${RIGHT.slice(7)}.add(x).sub(tf.variable(x))`),
      {
        ...{ status: 'failed', note: undefined },
        message:
          /^the gradient at x = \S+ \(element \d+\) with alpha = 0\.5 should be 1, but yours is 2$/,
      },
    ],
    [
      'the right value of a cut tape, whatever it goes through',
      of(`const v = ${RIGHT.slice(7)}; return v.sub(x.sign()).add(x.sign())`),
      { status: 'passed' },
    ],
    [
      'alpha itself on the left',
      of('return tf.where(x.greater(0), x, tf.fill(x.shape, alpha))'),
      { note: 'constant-leak' },
    ],
    ['the larger one of two lines', of('return tf.maximum(x, x.mul(alpha))'), { note: 'max-form' }],
    [
      'one number for all',
      of('return tf.max(x).add(tf.min(x).mul(alpha))'),
      {
        note: 'reduction',
        message: /^elu should return as many elements as x has: expected \S+, got a single/,
      },
    ],
    [
      'the sum of what is right, which compares no elements',
      of(`return tf.sum(${RIGHT.slice(7)})`),
      {
        note: undefined,
        message: /^elu should return as many elements as x has: expected \S+, got a single/,
      },
    ],
    [
      'more elements than it was given',
      of('return tf.stack([x, x])'),
      {
        note: 'parameter-unused',
        message: /^elu should return as many elements as x has: expected \d+, got 2×\d+$/,
      },
    ],
    [
      'one and the same number for every element',
      of('return x.mul(0).add(tf.max(x).add(tf.min(x).mul(alpha)))'),
      { note: 'reduction' },
    ],
    [
      'a gradient that is NaN',
      of(`return ${RIGHT.slice(7)}.add(x.relu().sqrt().mul(0))`),
      { note: 'gradient-not-a-number' },
    ],
    ['a step', of('return tf.step(x, alpha)'), { note: 'broken-tape' }],
  ])
})

describe('what ends otherwise', () => {
  judgesEach(judge, elu, 'elu-autograd', [
    [
      'nothing',
      of('x.relu()'),
      {
        ...{ cause: 'wrong-answer', note: 'no-tensor-returned' },
        message: /^elu should return a tensor made by tf, but it returned /,
      },
    ],
    ['a number', of('return 3'), { cause: 'wrong-answer', note: 'no-tensor-returned' }],
    ...(
      [
        ['a Promise', 'async (tf: any, x: any) => x.relu()', 'async-function'],
        ['an object', 'function* (tf: any, x: any) { yield x.relu() }', 'async-function'],
        ['an object', '(tf: any, x: any) => ({ x: x.relu() })'],
        ['an array', '(tf: any, x: any) => [x.relu()]'],
        ['a function', '(tf: any) => (x: any) => x.relu()'],
      ] as const
    ).map(
      ([what, text, note]) =>
        [
          `${what} that ${text} gives`,
          `export const elu = ${text}`,
          {
            ...{ cause: 'wrong-answer', note },
            message: `elu should return a tensor made by tf, but it returned ${what}`,
          },
        ] as const,
    ),
    [
      'numbers read out of a tensor',
      of('return tf.tensor(x.arraySync())'),
      { cause: 'wrong-answer', note: 'values-read-out' },
    ],
    ['a tensor of plain numbers', of('return tf.tensor([1])'), { cause: 'wrong-answer' }],
    [
      'a throw',
      of('throw new Error("no")'),
      { cause: 'crashed', message: 'Error: no', note: 'throws-always' },
    ],
    ['what never ends', of('for (;;) {}'), { cause: 'did-not-finish' }],
    ['too much memory', of('return "x".repeat(1e9)'), { cause: 'out-of-memory' }],
    ['what is missing', 'export const g = 1', { cause: 'missing-export' }],
  ])

  test('with the arguments it was called with', async () => {
    const { 'elu-autograd': check } = await judge(elu, of('return x.relu()'))
    const remark = check?.evidence.find(({ kind }) => kind === 'remark')
    expect(remark).toMatchObject({
      text: expect.stringMatching(/^called with \{"x":\{"shape":\[\d+\]/),
    })
  })
})

describe('the parameters', () => {
  const listed = [0.25, 0.1, 1.5, -0.5, 3, 7.25]
  const parametersAt = (seed: number) =>
    trialsOf(randomFrom(seed), listed).map(({ parameter }) => parameter)

  test('are the listed ones, and others at every seed', () => {
    const drawn = (seed: number) => parametersAt(seed).filter((alpha) => !listed.includes(alpha))
    for (const seed of [1, 2, 3]) {
      expect(new Set(parametersAt(seed))).toEqual(new Set([...listed, ...drawn(seed)]))
      for (const is of [
        (alpha: number) => alpha < 0,
        (alpha: number) => alpha > 0 && alpha < 1,
        (alpha: number) => alpha > 1,
      ]) {
        expect(new Set(drawn(seed).filter(is)).size).toBeGreaterThan(5)
      }
    }
    expect(drawn(1)).not.toEqual(drawn(2))
  })

  test('lie where the statement says', () => {
    const largest = Math.max(...[1, 2, 3].flatMap((seed) => parametersAt(seed).map(Math.abs)))
    expect(largest).toBeLessThanOrEqual(LARGEST_PARAMETER)
    expect(LARGEST_PARAMETER).toBe(10)
  })
})

test('a factor for the listed parameters alone is found', async () => {
  const body =
    'const known = [0.25, 0.1, 1.5, -0.5, 3, 7.25]; return tf.leakyRelu(x, known.includes(alpha) ? alpha : 0.2)'
  expect(await judged(body)).toMatchObject({ status: 'failed' })
})
