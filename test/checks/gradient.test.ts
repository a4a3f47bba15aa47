import { describe } from 'vitest'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const references = `
import { addRow, defineReference, drawMatrix, drawVector, product } from 'mlp-check/reference'
const inputs = (random) => [
  drawMatrix(random, 2, 2),
  { W1: drawMatrix(random, 2, 3), b1: drawVector(random, 3) },
]
export const affine = defineReference({
  summary: 'X W1 + b1',
  trials: 4,
  inputs,
  compute: (tf, X, p) => tf.add(tf.matMul(X, p.W1), p.b1),
  exact: (X, p) => addRow(product(X, p.W1), p.b1),
  gradientMistakes: {
    'upstream-ignored': (X, p) => ({
      W1: [0, 1].map((i) => p.b1.map(() => X[0][i] + X[1][i])),
      b1: p.b1.map(() => 2),
    }),
  },
})
export const affine32 = defineReference({
  summary: 'the same by TensorFlow.js alone',
  trials: 2,
  inputs,
  compute: (tf, X, p) => tf.add(tf.matMul(X, p.W1), p.b1),
})
`
const affine = (more: object = {}) =>
  exerciseOf({
    functions: { df: { signature: '(X: M, p: P, dY: M) => P' } },
    checks: [{ kind: 'gradient', function: 'df', points: 4, reference: 'affine', in: 1, ...more }],
    mistakes: [{ note: 'upstream-ignored', function: 'df', title: 't', hint: 'h' }],
    references,
  })

const df = (result: string, before = '') => `
const sums = (X: any, dY: any, factor = 1) =>
  X[0].map((_: any, i: number) => dY[0].map((_: any, j: number) =>
    factor * X.reduce((s: number, row: any, k: number) => s + row[i] * dY[k][j], 0)))
const column = (dY: any) => dY[0].map((_: any, j: number) => dY.reduce((s: number, row: any) => s + row[j], 0))
export const df = (X: any, p: any, dY: any): any => { ${before}; return ${result} }`

describe('takes the gradients under the names of the parameters, with or without a d', () => {
  judgesEach(judge, affine(), 'df-gradient', [
    [
      'without',
      df('{ W1: sums(X, dY), b1: column(dY) }'),
      {
        ...{ status: 'passed', score: 400, points: { tested: 4, failed: 0 } },
        message: 'right for all 4 inputs',
      },
    ],
    ['with', df('{ dW1: sums(X, dY), db1: column(dY) }'), { status: 'passed' }],
    ['with an underscore', df('{ d_W1: sums(X, dY), d_b1: column(dY) }'), { status: 'passed' }],
    [
      'and more beside them',
      df('{ W1: sums(X, dY), b1: column(dY), dX: 1 }'),
      { status: 'passed' },
    ],
  ])
})

describe('refuses other gradients', () => {
  judgesEach(judge, affine(), 'df-gradient', [
    [
      'without the upstream gradient, a known mistake',
      df(
        '{ W1: sums(X, dY.map((r: any) => r.map(() => 1))), b1: column(dY.map((r: any) => r.map(() => 1))) }',
      ),
      { status: 'failed', cause: 'wrong-answer', score: 0, note: 'upstream-ignored' },
    ],
    [
      'averaged',
      df('{ W1: sums(X, dY, 0.5), b1: column(dY) }'),
      {
        note: 'parameter-unused',
        message: /^df\(…, p = …, dY = …\) at W1\[0\]\[0\] should be \S+, but/,
      },
    ],
    [
      'one missing',
      df('{ W1: sums(X, dY) }'),
      { message: 'df(…, p = …, dY = …) at b1: b1 is missing (it has W1)' },
    ],
    [
      'of another shape',
      df('{ W1: [column(dY)], b1: column(dY) }'),
      { message: 'df(…, p = …, dY = …) at W1: expected 2×3, got 1×3' },
    ],
    [
      'an array of them',
      df('[sums(X, dY), column(dY)]'),
      { message: /: expected an object \{ W1, b1 \}, got an array of 2 elements$/ },
    ],
    ['nothing', df('undefined'), { cause: 'wrong-answer', says: { id: 'data.not-data' } }],
    ['a throw', df('p.none.W1'), { cause: 'crashed', says: { id: 'data.fault' } }],
    ['what never ends', df('0', 'for (;;) {}'), { cause: 'did-not-finish' }],
    [
      'dice, however small',
      df('{ W1: sums(X, dY), b1: column(dY).map((v: number) => v + 1e-9 * Math.random()) }'),
      { cause: 'not-deterministic' },
    ],
    ['what is missing', 'export const g = 1', { cause: 'missing-export' }],
  ])
})

describe('leaves the parameters as they are, where the exercise says so', () => {
  const inPlace = df(
    '{ W1: sums(X, dY), b1: column(dY) }',
    'dY = dY.map((r: any) => [...r]); p.b1[0] = 7',
  )
  judgesEach(judge, affine({ pure: true }), 'df-gradient', [
    ['rewritten', inPlace, { status: 'failed', message: /leave its argument p unchanged/ }],
  ])
  judgesEach(judge, affine(), 'df-gradient', [
    ['rewritten, where it says nothing', inPlace, { status: 'passed' }],
  ])
})

describe('tolerates', () => {
  const off = df('{ W1: sums(X, dY, 1 + 1e-5), b1: column(dY) }')
  judgesEach(judge, affine(), 'df-gradient', [
    ['a millionth of float64', off, { status: 'failed' }],
  ])
  judgesEach(judge, affine({ reference: 'affine32' }), 'df-gradient', [
    ['what float32 can tell', off, { status: 'passed' }],
  ])
  judgesEach(judge, affine({ tolerance: { absolute: 1e-3, relative: 0 } }), 'df-gradient', [
    ['what the exercise says', off, { status: 'passed' }],
  ])
})
