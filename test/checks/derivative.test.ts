import { describe, expect, test } from 'vitest'
import { at, exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const relu = exerciseOf({
  functions: { f: 'max(0, x)', df: { derivative: { of: 'f', in: 'x' } } },
  checks: [
    { kind: 'derivative', function: 'df', points: 4 },
    { kind: 'kink', function: 'df', points: 1 },
  ],
})

const df = (text: string) => `export const df = (x: number): any => { ${text} }`

describe('holds the derivative against the truth everywhere but at kinks that have a check of their own', () => {
  judgesEach(judge, relu, 'df-derivative', [
    ['right', df('return x > 0 ? 1 : 0'), { status: 'passed', points: { tested: 511, failed: 0 } }],
    ['wrong at the kink alone', df('return x > 0 ? 1 : x < 0 ? 0 : 7'), { status: 'passed' }],
    [
      'the function itself instead of its derivative',
      df('return Math.max(0, x)'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', note: 'equals-function' },
        message: 'df(2) should be 1, but yours is 2',
      },
    ],
    [
      'throwing beside the kink alone',
      df('if (x > 0 && x < 1e-6) throw new Error("tiny"); return x > 0 ? 1 : 0'),
      { cause: 'crashed', message: /^df\(\S+e-\d+\) should be a number, but yours threw Error: / },
    ],
    ['missing', 'export const f = (x: number) => x', { cause: 'missing-export' }],
    ['never ending', df('for (;;) {}'), { cause: 'did-not-finish' }],
    ['out of memory', df('return "x".repeat(1e9)'), { cause: 'out-of-memory' }],
    ['another one each time', df('return Math.random()'), { cause: 'not-deterministic' }],
    [
      'asked at the kink alone, where another check asks',
      df('return 9'),
      {
        ...{ status: 'skipped', cause: undefined, score: 0, points: { tested: 0, failed: 0 } },
        message: 'no point of this check lies in the range asked for',
        evidence: [],
      },
      at(0),
    ],
  ])
})

describe('judges kinks itself where nothing else does', () => {
  const alone = exerciseOf({
    functions: { f: 'max(0, x)', df: { derivative: { of: 'f', in: 'x' } } },
    checks: [{ kind: 'derivative', function: 'df', points: 4 }],
  })
  judgesEach(judge, alone, 'df-derivative', [
    ['between the two slopes', df('return x > 0 ? 1 : x < 0 ? 0 : 0.5'), { status: 'passed' }],
    [
      'beyond them',
      df('return x > 0 ? 1 : x < 0 ? 0 : 7'),
      { status: 'failed', message: 'df(0) should be between 0 and 1, but yours is 7' },
    ],
  ])
})

describe('earns a share where the exercise says so', () => {
  const prelu = (partial: string) =>
    exerciseOf({
      parameters: { alpha: [0.25, 1.5, -0.5] },
      functions: { f: 'x > 0 ? x : alpha * x', df: { derivative: { of: 'f', in: 'x' } } },
      checks: [
        { kind: 'derivative', function: 'df', points: 3, partial },
        { kind: 'kink', function: 'df' },
      ],
    })
  const wrongWhere = (condition: string) =>
    `export const df = (x: number, alpha: number) => (x > 0 ? 1 : ${condition} ? 9 : alpha)`

  test.each([
    ['none', 'alpha < 0', 0],
    ['by-parameter', 'alpha < 0', 200],
    ['by-parameter', 'alpha < 1', 100],
    ['by-parameter', 'true', 0],
    ['none', 'alpha === 2', 0],
    // A set of parameters that only the proof knows is the fourth: three of four are right.
    ['by-parameter', 'alpha === 2', 225],
    // A bump at one alpha, within a set that was tried, is one of three.
    ['by-parameter', 'alpha === 1.5 && x < -0.3333 && x > -0.3334', 200],
    ['by-point', 'alpha === 2', 299],
  ])('%s, for what is wrong where %s: %i hundredths', async (partial, condition, score) => {
    const { 'df-derivative': check } = await judge(prelu(partial), wrongWhere(condition))
    expect(check).toMatchObject({ status: 'failed', score })
  })

  test('by point: as many points as are right', async () => {
    const { 'df-derivative': check } = await judge(prelu('by-point'), wrongWhere('alpha < 0'))
    const { tested = 0, failed = 0 } = check?.points ?? {}
    expect(check?.score).toBe(Math.floor((300 * (tested - failed)) / tested))
    expect(failed).toBeGreaterThan(50)
  })

  test('with the parameters at which it is wrong, and from where to where', async () => {
    const { 'df-derivative': check } = await judge(prelu('none'), wrongWhere('alpha < 1'))
    const spread = check?.evidence.find(({ kind }) => kind === 'spread')
    expect(spread).toMatchObject({
      intervals: [
        { parameters: { alpha: 0.25 }, variable: 'x', from: -20 },
        { parameters: { alpha: -0.5 }, variable: 'x', from: -20 },
      ],
    })
  })
})

test('a derivative of the author that is none is the exercise at fault, and nobody else', async () => {
  const faulty = exerciseOf({
    functions: { f: 'x ** 2', df: { derivative: { of: 'f', in: 'x' }, formula: '3 * x' } },
    checks: [{ kind: 'derivative', function: 'df', points: 4 }],
  })
  const { 'df-derivative': check } = await judge(faulty, df('return 2 * x'))
  expect(check).toMatchObject({ status: 'errored', cause: 'exercise', score: 0 })
  expect(check?.message).toMatch(/^the exercise is at fault, not you, and this check counts for/)
})

test('where TensorFlow.js leaves float64, float64 decides, and the report counts it', async () => {
  const steep = exerciseOf({
    domain: [0, 1000],
    functions: { f: 'sin(x * 1000)', df: { derivative: { of: 'f', in: 'x' } } },
    checks: [{ kind: 'derivative', function: 'df', points: 4 }],
  })
  const { 'df-derivative': check } = await judge(steep, df('return 1000 * Math.cos(1000 * x)'))
  expect(check?.status).toBe('passed')
  expect(check?.evidence).toMatchObject([{ kind: 'disagreement', points: expect.any(Number) }])
})
