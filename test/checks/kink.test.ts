import { describe, expect, test } from 'vitest'
import { at, exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const reluWith = (accept: unknown, more: object = {}) =>
  exerciseOf({
    functions: {
      f: 'max(0, x)',
      df: { derivative: { of: 'f', in: 'x' }, kinks: [{ at: 0, accept }] },
    },
    checks: [{ kind: 'kink', function: 'df', points: 1, ...more }],
  })

const atZero = (text: string) =>
  `export const df = (x: number): any => { if (x === 0) ${text}; return x > 0 ? 1 : 0 }`

describe('between the slopes of both sides', () => {
  judgesEach(judge, reluWith('between'), 'df-kink', [
    [
      'the left one',
      atZero('return 0'),
      { status: 'passed', message: 'right at the one point tried' },
    ],
    ['the right one', atZero('return 1'), { status: 'passed', score: 100 }],
    ['one between', atZero('return 0.3'), { status: 'passed' }],
    [
      'one beyond',
      atZero('return 1.5'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', points: { tested: 1, failed: 1 } },
        message: 'df(0) should be between 0 and 1, but yours is 1.5',
        says: { values: { low: 0, high: 1, orNaN: false } },
      },
    ],
    ['NaN', atZero('return NaN'), { message: 'df(0) should be between 0 and 1, but yours is NaN' }],
  ])
})

describe('or NaN, where the derivative does not exist', () => {
  judgesEach(judge, reluWith('between-or-nan'), 'df-kink', [
    ['NaN', atZero('return NaN'), { status: 'passed' }],
    ['one between', atZero('return 0.5'), { status: 'passed' }],
    [
      'one beyond',
      atZero('return -1'),
      { message: 'df(0) should be between 0 and 1, or NaN, but yours is -1' },
    ],
    [
      'a throw is no NaN',
      atZero('throw new Error("none")'),
      { cause: 'crashed', message: 'df(0) should be a number, but yours threw Error: none' },
    ],
    [
      'nothing is no NaN',
      atZero('return'),
      {
        ...{ cause: 'wrong-answer', says: { id: 'points.not-a-number' } },
        message: 'df(0) should be a number, but yours returned undefined',
      },
    ],
    [
      'not even where many points before it give nothing',
      'export const df = (x: number) => { if (x > 0) return 1; if (x < 0) return 0 }',
      { message: 'df(0) should be a number, but yours returned undefined' },
    ],
  ])
})

describe('or the one value that the exercise pins', () => {
  judgesEach(judge, reluWith(0.5), 'df-kink', [
    ['that one', atZero('return 0.5'), { status: 'passed' }],
    ['another slope', atZero('return 1'), { message: 'df(0) should be 0.5, but yours is 1' }],
  ])
})

describe('asks about nothing else', () => {
  judgesEach(judge, reluWith('between'), 'df-kink', [
    [
      'a derivative wrong elsewhere',
      'export const df = (x: number) => (x === 0 ? 0 : 9)',
      { status: 'passed' },
    ],
    [
      'a point beside it',
      atZero('return 0'),
      { status: 'skipped', message: 'no point of this check lies in the range asked for' },
      at(3),
    ],
    ['the kink by its name', atZero('return 0'), { status: 'passed' }, at(0)],
    [
      'what never ends',
      'export const df = (x: number) => { for (;;) {} }',
      { cause: 'did-not-finish' },
    ],
    ['dice', 'export const df = (x: number) => Math.random()', { cause: 'not-deterministic' }],
  ])

  test('and stays out where the derivative is wrong already, if the exercise wants it so', async () => {
    const after = exerciseOf({
      functions: { f: 'max(0, x)', df: { derivative: { of: 'f', in: 'x' } } },
      checks: [
        { kind: 'derivative', function: 'df', points: 1 },
        { kind: 'kink', function: 'df', points: 1, after: ['df-derivative'] },
      ],
    })
    const { 'df-kink': check } = await judge(after, 'export const df = (x: number) => 9')
    expect(check).toMatchObject({ status: 'skipped', cause: 'dependency', score: 0 })
    expect(check?.message).toBe('not judged: needs the check "df: derivative" to pass')
  })

  test('a wrong value there is a warning where the exercise says so', async () => {
    const warns = reluWith('between', { severity: 'warning' })
    const { 'df-kink': check } = await judge(warns, atZero('return 7'))
    expect(check).toMatchObject({ status: 'passed', warning: true, score: 100 })
    const { 'df-kink': threw } = await judge(warns, atZero('throw 1'))
    expect(threw).toMatchObject({ status: 'failed', cause: 'crashed', score: 0 })
  })
})

test('a kink at parameters that only the proof knows is found', async () => {
  const prelu = exerciseOf({
    parameters: { alpha: [0.25, 1.5] },
    functions: { f: 'x > 0 ? x : alpha * x', df: { derivative: { of: 'f', in: 'x' } } },
    checks: [{ kind: 'kink', function: 'df', points: 2, partial: 'by-parameter' }],
  })
  const text =
    'export const df = (x: number, alpha: number) => (x > 0 ? 1 : alpha === 2 ? 0 : alpha)'
  const { 'df-kink': check } = await judge(prelu, text)
  expect(check).toMatchObject({ status: 'failed', score: 133 })
  expect(check?.message).toBe(
    'right at all 2 points, but df(0, alpha = 2) should be between 1 and 2, and yours is 0',
  )
})

describe('at a parameter', () => {
  const shrinkWith = (accept: unknown) =>
    exerciseOf({
      parameters: { alpha: [0.5, 2] },
      functions: {
        f: 'max(0, x - alpha)',
        df: { derivative: { of: 'f', in: 'x' }, kinks: [{ at: 'alpha', accept }] },
      },
      checks: [{ kind: 'kink', function: 'df', points: 1 }],
    })
  const atAlpha = (text: string) =>
    `export const df = (x: number, alpha: number): any => { if (x === alpha) ${text}; return x > alpha ? 1 : 0 }`

  judgesEach(judge, shrinkWith('nan'), 'df-kink', [
    ['NaN alone', atAlpha('return NaN'), { status: 'passed', points: { tested: 2, failed: 0 } }],
    [
      'a slope is not asked for',
      atAlpha('return 0.5'),
      { status: 'failed', message: 'df(2, alpha = 2) should be NaN, but yours is 0.5' },
    ],
    ['an infinite one neither', atAlpha('return Infinity'), { status: 'failed' }],
    ['a throw is no NaN', atAlpha('throw new Error("none")'), { cause: 'crashed' }],
  ])
  judgesEach(judge, shrinkWith('alpha / 4'), 'df-kink', [
    ['what is pinned depends on it', atAlpha('return alpha / 4'), { status: 'passed' }],
    [
      'another value',
      atAlpha('return 0.5'),
      { message: 'df(0.5, alpha = 0.5) should be 0.125, but yours is 0.5' },
    ],
    ['NaN', atAlpha('return NaN'), { status: 'failed' }],
  ])
  judgesEach(judge, shrinkWith('anything'), 'df-kink', [
    ['any number', atAlpha('return -17'), { status: 'passed' }],
    ['NaN', atAlpha('return NaN'), { status: 'passed' }],
    ['no throw', atAlpha('throw new Error("none")'), { status: 'failed' }],
    ['nothing', atAlpha('return undefined'), { status: 'failed' }],
  ])
})

test('what TensorFlow.js says at a kink is shown only where it would pass', async () => {
  const preluWith = (alpha: number) =>
    exerciseOf({
      functions: {
        f: `max(0, x) + ${alpha} * min(0, x)`,
        df: { derivative: { of: 'f', in: 'x' }, kinks: [{ at: 0, accept: 'between-or-nan' }] },
      },
      checks: [{ kind: 'kink', function: 'df', points: 1 }],
    })
  const shown = async (alpha: number) => {
    const { 'df-kink': check } = await judge(preluWith(alpha), atZero('return 9'))
    const example = check?.evidence.find(({ kind }) => kind === 'counterexample')
    return example?.kind === 'counterexample' && example.references?.tensorflow
  }
  // Its maximum and its minimum both have the slope 0 there.
  expect([await shown(0.5), await shown(-0.5)]).toEqual([undefined, 0])
})

test('what the references dispute off the kinks is not told at the kinks', async () => {
  const steep = exerciseOf({
    domain: [0, 1000],
    functions: {
      f: 'sin(x * 1000) + max(0, x - 500)',
      df: { derivative: { of: 'f', in: 'x' }, kinks: [{ at: 500, accept: 'between' }] },
    },
    checks: ['derivative', 'kink'].map((kind) => ({ kind, function: 'df', points: 1 })),
  })
  const right = 'export const df = (x: number) => 1000 * Math.cos(1000 * x) + Number(x > 500)'
  const { 'df-derivative': slopes, 'df-kink': kink } = await judge(steep, right)
  expect(slopes?.evidence.map(({ kind }) => kind)).toEqual(['disagreement'])
  expect(kink).toMatchObject({ status: 'passed', evidence: [] })
})
