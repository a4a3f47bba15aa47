import { describe } from 'vitest'
import { at, exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const viaTanh = exerciseOf({
  functions: { f: 'sigmoid(x)' },
  checks: [{ kind: 'identity', function: 'f', points: 3 }],
  mistakes: [
    { note: 'not-halved', function: 'f', title: 't', hint: 'h', formula: '(1 + tanh(x)) / 2' },
  ],
})

const f = (formula: string) => `export const f = (x: number): any => ${formula}`
/** A factor of 1 that no formula is read from. */
const opaque = (formula: string) =>
  `const one = () => (/e/.test('e') ? 1 : 2)\n${f(`one() * (${formula})`)}`

describe('is proved from the source, and says how much was tried beside it', () => {
  judgesEach(judge, viaTanh, 'f-identity', [
    [
      'an identity',
      f('(1 + Math.tanh(x / 2)) / 2'),
      {
        ...{ status: 'passed', score: 300, points: { tested: 512, failed: 0 } },
        message: 'proved for every x',
      },
    ],
    [
      'one that is exact to the tolerance only',
      f('(1 + Math.tanh(x / 2)) / 2 + 1e-9'),
      { status: 'passed', message: 'proved within the tolerance for -20 <= x <= 20' },
    ],
  ])
})

describe('is decided by the numbers where no proof is found', () => {
  judgesEach(judge, viaTanh, 'f-identity', [
    [
      'right ones',
      opaque('(1 + Math.tanh(x / 2)) / 2'),
      {
        ...{ status: 'passed', score: 300 },
        message: 'right at all 512 points, though no proof was found',
      },
    ],
    [
      'wrong ones, of a known mistake',
      opaque('(1 + Math.tanh(x)) / 2'),
      { status: 'failed', cause: 'wrong-answer', score: 0, note: 'not-halved' },
    ],
  ])
})

describe('fails by a number first, and by a proof that found one', () => {
  judgesEach(judge, viaTanh, 'f-identity', [
    [
      'another function',
      f('Math.tanh(x)'),
      { status: 'failed', message: 'f(0) should be 0.5, but yours is 0' },
    ],
    [
      'a bump between all samples',
      f('x > 1.23456 && x < 1.234561 ? 7 : (1 + Math.tanh(x / 2)) / 2'),
      {
        ...{ status: 'failed', points: { tested: 513, failed: 1 } },
        message: /^right at all 512 points, but f\(1\.23456\d+\) should be .*, and yours is 7$/,
      },
    ],
    ['a throw', f('(() => { throw new Error("no") })()'), { cause: 'crashed' }],
    ['no number', f('"1"'), { cause: 'wrong-answer', says: { id: 'points.not-a-number' } }],
    ['what never ends', f('(() => { for (;;) {} })()'), { cause: 'did-not-finish' }],
    ['too much memory', f('"x".repeat(1e9)'), { cause: 'out-of-memory' }],
    ['dice', f('Math.random()'), { cause: 'not-deterministic' }],
    ['what is missing', 'export const g = 1', { cause: 'missing-export' }],
  ])
})

describe('at a point that somebody chose no proof is asked for', () => {
  judgesEach(judge, viaTanh, 'f-identity', [
    [
      'where it is right',
      f('x === 0 ? 0.5 : 7'),
      { status: 'passed', message: 'right at the one point tried' },
      at(0),
    ],
    ['where it is wrong', f('x === 0 ? 0.5 : 7'), { status: 'failed' }, at(1)],
  ])
})
