import { describe, expect, test } from 'vitest'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const tanh = exerciseOf({
  functions: { f: 'tanh(x)', df: { derivative: { of: 'f', in: 'x' } } },
  checks: [{ kind: 'consistency', function: 'df', points: 2 }],
})

const F = 'Math.tanh(x)'
const DF = '1 - Math.tanh(x) ** 2'
const both = (f: string, df: string) =>
  `export const f = (x: number): any => ${f}\nexport const df = (x: number): any => ${df}`

describe('where one of the two is right there is no second mistake', () => {
  judgesEach(judge, tanh, 'df-consistency', [
    [
      'both are',
      both(F, DF),
      {
        ...{ status: 'passed', score: 200, points: { tested: 0, failed: 0 } },
        message: 'df is the derivative of your f',
      },
    ],
    [
      'both are within the tolerance, though the one is not the slope of the other',
      both(`${F} + 1e-6 * Math.sin(1e5 * x)`, DF),
      { status: 'passed', message: 'f and df are both right within the tolerance' },
    ],
    [
      'the function is',
      both(F, '1 - Math.tanh(x)'),
      {
        ...{ status: 'skipped', cause: 'dependency', score: 0 },
        message: 'your f is right, so this is the mistake in df again',
      },
    ],
    [
      'the derivative is',
      both('2 * Math.tanh(x)', DF),
      {
        ...{ status: 'skipped', cause: 'dependency', score: 0 },
        message: 'your df is right; it belongs to the right f, not to yours',
      },
    ],
    [
      'the derivative is wrong between the samples alone, as its proof shows',
      both(F, `x > 3.33333 && x < 3.33334 ? 7 : ${DF}`),
      { message: 'your f is right, so this is the mistake in df again' },
    ],
    [
      'the function is wrong between the samples alone, as its proof shows',
      both(`x > 3.33333 && x < 3.33334 ? 7 : ${F}`, DF),
      { message: 'your df is right; it belongs to the right f, not to yours' },
    ],
  ])
})

describe('where both are wrong, the derivative is held against the slopes of the function as it is', () => {
  judgesEach(judge, tanh, 'df-consistency', [
    [
      'the right derivative of the wrong function',
      both('2 * Math.tanh(x)', '2 - 2 * Math.tanh(x) ** 2'),
      {
        ...{ status: 'passed', score: 200, points: { tested: 48, failed: 0 } },
        message: 'df is the right derivative of your f; the mistake is in f',
      },
    ],
    [
      'another one',
      both('x ** 3', '2 * x ** 2'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0 },
        message: /^df\((\S+)\) is \S+, but your f has the slope \S+ there$/,
      },
    ],
    [
      'NaN',
      both('x ** 3', 'NaN'),
      { status: 'failed', message: /^df\(\S+\) is NaN, but your f has the slope \S+ there$/ },
    ],
    [
      'of a function that has no slopes to speak of',
      both('Math.sin(987654321 * x)', '9'),
      {
        ...{ status: 'skipped', cause: undefined, score: 0 },
        message: 'differences of your function say too little to judge',
      },
    ],
  ])

  test('with values that are true: the slope of x ** 3 is 3 x²', async () => {
    const { 'df-consistency': check } = await judge(tanh, both('x ** 3', '2 * x ** 2'))
    const { inputs, got, expected } = (check?.says?.values ?? {}) as never as {
      readonly inputs: { readonly x: number }
      readonly got: number
      readonly expected: number
    }
    expect(got).toBe(2 * inputs.x ** 2)
    expect(expected / (3 * inputs.x ** 2)).toBeCloseTo(1, 4)
  })
})

describe('needs a function and a derivative that answer', () => {
  judgesEach(judge, tanh, 'df-consistency', [
    [
      'no function',
      'export const df = (x: number) => x',
      { status: 'skipped', cause: 'dependency', message: 'not judged: needs f to be exported' },
    ],
    ['a function that never ends', both('(() => { for (;;) {} })()', 'x'), needs('f to finish')],
    [
      'a function of dice',
      both('Math.random()', 'x'),
      needs('f to give one answer to one question'),
    ],
    [
      'a derivative that never ends',
      both('x ** 3', '(() => { for (;;) {} })()'),
      needs('df to finish'),
    ],
    [
      'a derivative of dice',
      both('x ** 3', 'Math.random()'),
      needs('df to give one answer to one question'),
    ],
    ['no derivative', 'export const f = (x: number) => x', { cause: 'missing-export' }],
  ])
})

function needs(what: string) {
  return { status: 'skipped' as const, cause: 'dependency', message: `not judged: needs ${what}` }
}

test('the slope in a parameter is one in that parameter', async () => {
  const swish = exerciseOf({
    parameters: { beta: [1, 2, -0.5] },
    functions: {
      f: 'x * sigmoid(beta * x)',
      dbeta: { derivative: { of: 'f', in: 'beta' } },
    },
    checks: [{ kind: 'consistency', function: 'dbeta', points: 2 }],
  })
  const wrong = (slope: string) =>
    `export const f = (x: number, beta: number) => x * beta ** 2
     export const dbeta = (x: number, beta: number) => ${slope}`
  const right = (await judge(swish, wrong('2 * x * beta')))['dbeta-consistency']
  expect(right?.message).toBe('dbeta is the right derivative of your f; the mistake is in f')
  const inX = (await judge(swish, wrong('beta ** 2')))['dbeta-consistency']
  expect(inX).toMatchObject({ status: 'failed' })
})

test('a function that is no derivative is the author’s mistake, and found before anybody is judged', () => {
  const alone = {
    functions: { f: 'tanh(x)' },
    checks: [{ kind: 'consistency', function: 'f', points: 2 }],
  }
  expect(() => exerciseOf(alone)).toThrow(/check 1, kind: a consistency check/)
})
