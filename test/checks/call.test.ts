import { describe, expect, test } from 'vitest'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const references = `
import { defineReference, drawNumber, drawVector } from 'mlp-check/reference'
export const double = defineReference({
  summary: 'every number twice',
  trials: 3,
  inputs: (random, trial) => [drawVector(random, trial + 1)],
  exact: (v) => v.map((a) => 2 * a),
  mistakes: {
    halved: (v) => v.map((a) => a / 2),
    same: (v) => v.map((a) => 2 * a),
    impossible: () => { throw new Error('has no answer') },
    endless: (v) => v.map(() => NaN),
  },
})
export const doubled32 = defineReference({
  summary: 'the same by TensorFlow.js alone',
  trials: 2,
  inputs: (random) => [drawVector(random, 2)],
  compute: (tf, v) => tf.mul(2, v),
})
export const infinite = defineReference({
  summary: 'an end of the number line',
  trials: 1,
  inputs: (random) => [drawNumber(random)],
  exact: () => Infinity,
})
export const special = defineReference({
  summary: 'which of the special numbers each is',
  trials: 1,
  inputs: () => [[NaN, Infinity, -Infinity, -0, 0]],
  exact: (v) => v.map((a) => 1 / a),
})
export const zeros = defineReference({
  summary: 'zeros with a sign',
  trials: 1,
  inputs: () => [[1, 2]],
  exact: (v) => v.map(() => -0),
})
export const logarithms = defineReference({
  summary: 'the logarithm of the size',
  trials: 6,
  inputs: (_, trial) => [[[-1, 3], [-2, -5], [-7, 4], [-9, -3], [8, 6], []][trial]],
  exact: (v) => v.map((a) => Math.log(Math.abs(a))),
  mistakes: {
    signed: (v) => v.map((a) => Math.log(a)),
    summed: (v) => v.map((a, i) => (v[0] < 0 ? NaN : Math.log(Math.abs(a)))),
  },
})
export const disputed = defineReference({
  summary: 'two references that differ',
  trials: 2,
  inputs: (random) => [drawVector(random, 1)],
  compute: (tf, v) => tf.mul(2.01, v),
  exact: (v) => v.map((a) => 2 * a),
})
export const faulty = defineReference({
  summary: 'a reference that throws',
  trials: 1,
  inputs: () => [[1]],
  exact: () => { throw new Error('not today') },
})
`
const double = (more: object = {}, reference = 'double') =>
  exerciseOf({
    functions: { f: { signature: '(v: number[]) => number[]' } },
    checks: [{ kind: 'call', function: 'f', points: 4, reference, ...more }],
    mistakes: [{ note: 'halved', function: 'f', title: 'Half', hint: 'Twice.' }],
    references,
  })

const f = (body: string) => `export const f = (v: any): any => { ${body} }`
const RIGHT = f('return v.map((a: number) => 2 * a)')

describe('passes what is right for every list of arguments', () => {
  judgesEach(judge, double(), 'f-call', [
    [
      'a vector',
      RIGHT,
      {
        ...{ status: 'passed', score: 400, points: { tested: 3, failed: 0 } },
        ...{ message: 'right for all 3 inputs', evidence: [] },
      },
    ],
    [
      'written into its argument, where nothing is said of it',
      f('for (let i = 0; i < v.length; i++) v[i] *= 2; return v'),
      { status: 'passed' },
    ],
    ['within the tolerance', f('return v.map((a: number) => 2 * a + 9e-7)'), { status: 'passed' }],
    ['a typed array', f('return Float64Array.from(v, (a: any) => 2 * a)'), { status: 'passed' }],
  ])
})

/** Four of six inputs begin below 0, where one mistake gives NaN somewhere and the other nothing else. */
describe('an answer that is NaN, and mistakes that are', () => {
  const title = (note: string) => ({ note, function: 'f', title: note, hint: 'Look.' })
  const logarithms = exerciseOf({
    functions: { f: { signature: '(v: number[]) => number[]' } },
    checks: [{ kind: 'call', function: 'f', points: 4, reference: 'logarithms' }],
    mistakes: [title('signed'), title('summed')],
    references,
  })
  judgesEach(judge, logarithms, 'f-call', [
    ['where one is', f('return v.map((a: number) => Math.log(a))'), { note: 'signed' }],
    [
      'where the other is, and a number elsewhere',
      f('return v.map((a: number) => (v[0] < 0 ? NaN : Math.log(Math.abs(a))))'),
      { note: 'summed' },
    ],
    ['everywhere: neither', f('return v.map(() => NaN)'), { note: 'not-finite' }],
    ['everywhere, by 0 / 0', f('return v.map((a: number) => 0 / 0 * a)'), { note: 'not-finite' }],
  ])
})

describe('refuses another answer, and says where it is wrong', () => {
  judgesEach(judge, double(), 'f-call', [
    [
      'a known mistake',
      f('return v.map((a: number) => a / 2)'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0, note: 'halved' },
        ...{ points: { tested: 3, failed: 3 } },
        message: /^f\(\[(\S+)\]\) at \[0\] should be \S+, but yours is \S+$/,
      },
    ],
    [
      'the mistake at some inputs, right at others: not that mistake',
      f('return v.map((a: number) => (v.length === 2 ? a / 2 : 2 * a))'),
      { status: 'failed', note: undefined, points: { tested: 3, failed: 1 } },
    ],
    [
      'the mistake at some inputs, and something else at others',
      f('return v.map((a: number) => (v.length === 2 ? a / 2 : 3 * a))'),
      { status: 'failed', note: undefined },
    ],
    ['too short', f('return []'), { message: /^f\(\[\S+\]\): expected 1 number, got 0 numbers$/ }],
    ['a word', f('return "no"'), { message: /: expected an array of 1 number, got "no" \(a str/ }],
    ['NaN', f('return v.map(() => NaN)'), { message: /at \[0\] should be \S+, but yours is NaN$/ }],
    [
      'nothing',
      f('v.length'),
      {
        ...{ cause: 'wrong-answer', says: { id: 'data.not-data' } },
        message: 'f should return plain data, but it returned undefined',
      },
    ],
    [
      'something inside that is no data',
      f('return v.map(() => () => 1)'),
      { message: 'f should return plain data, but at [0] it returned a function' },
    ],
  ])

  test('with the arguments and what would have passed as evidence', async () => {
    const { 'f-call': check } = await judge(double(), f('return v.map((a: number) => a / 2)'))
    expect(check?.evidence[0]).toMatchObject({
      ...{ kind: 'counterexample', where: '[0]', inputs: { v: [expect.any(Number)] } },
      ...{ difference: expect.any(Number), tolerance: expect.any(Number) },
    })
    const numbers = check?.evidence[0] as never as {
      readonly inputs: { readonly v: readonly [number] }
      readonly got: number
      readonly expected: { readonly value: number }
    }
    expect(numbers.expected.value).toBe(2 * numbers.inputs.v[0])
    expect(numbers.got).toBe(numbers.inputs.v[0] / 2)
  })
})

describe('tells what a function did instead of answering, with the call', () => {
  judgesEach(judge, double(), 'f-call', [
    [
      'a throw, at the inputs where it throws',
      f('if (v.length === 2) throw new Error("two"); return v.map((a: number) => 2 * a)'),
      {
        ...{ status: 'failed', cause: 'crashed', points: { tested: 3, failed: 1 } },
        message: /^f\(\[\S+,\S+\]\): Error: two$/,
      },
    ],
    [
      'a loop without end, after which nothing more is asked',
      f('for (;;) {}'),
      {
        ...{ cause: 'did-not-finish', points: { tested: 1, failed: 1 } },
        message: /^f\(\[\S+\]\): it did not finish: /,
      },
    ],
    ['too much memory', f('return "x".repeat(1e9)'), { cause: 'out-of-memory' }],
    [
      'another answer each time, however near',
      f('return v.map((a: number) => 2 * a + 1e-9 * Math.random())'),
      {
        ...{ cause: 'not-deterministic', points: { tested: 3, failed: 1 } },
        message: /^f\(\[\S+\]\) was \[\S+\] first and \[\S+\] when called again: /,
      },
    ],
    ['what is missing', 'export const g = 1', { cause: 'missing-export' }],
  ])

  test('and the line', async () => {
    const { 'f-call': check } = await judge(double(), f('\n  throw new Error("no")'))
    expect(check?.evidence.map(({ kind }) => kind)).toEqual([
      'note',
      'source',
      'remark',
      'reproduce',
    ])
    expect(check?.evidence[1]).toMatchObject({ line: 2 })
  })
})

describe('leaves arguments as they are, where the exercise says so', () => {
  judgesEach(judge, double({ pure: true }), 'f-call', [
    ['a copy', RIGHT, { status: 'passed' }],
    [
      'written into',
      f('for (let i = 0; i < v.length; i++) v[i] *= 2; return v'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', points: { tested: 3, failed: 3 } },
        message:
          'f should leave its argument v unchanged, but v is another one after the call: write into a copy of it',
      },
    ],
    [
      'written into and wrong: wrong',
      f('v[0] = 7; return v'),
      { message: /should be \S+, but yours is 7$/ },
    ],
  ])
})

describe('takes other ways to write a vector, where the exercise says so', () => {
  const both = double({ accept: ['number', 'diagonal'] })
  const diagonal =
    'return v.map((a: number, i: number) => v.map((_: number, j: number) => (i === j ? 2 * a : 0)))'
  judgesEach(judge, both, 'f-call', [
    ['a vector', RIGHT, { status: 'passed' }],
    [
      'a number for one',
      f('return v.length > 1 ? v.map((a: any) => 2 * a) : 2 * v[0]'),
      { status: 'passed' },
    ],
    ['the diagonal of a square matrix', f(diagonal), { status: 'passed' }],
    ['no matrix that is not square', f('return [v, v, v, v]'), { status: 'failed' }],
    ['no word', f('return "2"'), { status: 'failed' }],
  ])
  judgesEach(judge, double(), 'f-call', [
    ['and not where it does not', f(diagonal), { status: 'failed' }],
    [
      'nor a number',
      f('return v.length > 1 ? v.map((a: any) => 2 * a) : 2 * v[0]'),
      { status: 'failed' },
    ],
  ])
})

describe('tolerates as much as its spec or its reference allows', () => {
  const off = (by: string) => f(`return v.map((a: number) => 2 * a + ${by})`)
  const wide = double({ tolerance: { absolute: 0.1, relative: 0 } })
  judgesEach(judge, wide, 'f-call', [
    ['its own', off('0.09'), { status: 'passed' }],
    ['no more', off('0.11'), { status: 'failed' }],
  ])
  judgesEach(judge, double({}, 'doubled32'), 'f-call', [
    ['that of float32, where TensorFlow.js is asked', off('9e-6'), { status: 'passed' }],
    ['no more than that', off('1e-3'), { status: 'failed' }],
  ])
  judgesEach(judge, double({}, 'infinite'), 'f-call', [
    ['nothing beside infinity', f('return 1e300'), { status: 'failed' }],
    ['infinity itself', f('return 1 / 0'), { status: 'passed', message: 'right' }],
  ])
  judgesEach(judge, double({}, 'special'), 'f-call', [
    [
      'NaN, infinities and -0, which arrive as they are',
      f('return v.map((a: number) => 1 / a)'),
      { status: 'passed' },
    ],
    [
      'and are told as they are',
      f('return v.map((a: number) => 1 / Math.abs(a))'),
      {
        message:
          'f([NaN,Infinity,-Infinity,-0,0]) at [3] should be -Infinity, but yours is Infinity',
      },
    ],
  ])
})

describe('a zero that has a sign', () => {
  judgesEach(judge, double({}, 'zeros'), 'f-call', [
    ['is right without it', f('return [0, -0]'), { status: 'passed' }],
    [
      'is asked for without it',
      f('return v'),
      { message: 'f([1,2]) at [0] should be 0, but yours is 1' },
    ],
  ])
})

describe('where the exercise is at fault', () => {
  test('a disagreement of its references is told, and float64 decides', async () => {
    const { 'f-call': check } = await judge(double({}, 'disputed'), RIGHT)
    expect(check?.status).toBe('passed')
    expect(check?.evidence).toMatchObject([{ kind: 'disagreement', points: 2 }])
    const { 'f-call': wrong } = await judge(double({}, 'disputed'), f('return [9]'))
    expect(wrong?.evidence.map(({ kind }) => kind)).toContain('disagreement')
  })

  test('nobody is judged by a reference that throws', async () => {
    const { 'f-call': check } = await judge(double({}, 'faulty'), RIGHT)
    expect(check).toMatchObject({ status: 'errored', cause: 'exercise', score: 0 })
    expect(check?.message).toContain('not today')
  })
})
