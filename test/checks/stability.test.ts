import { describe, expect, test } from 'vitest'
import { at, exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const sigmoid = (more: object = {}, mistakes: readonly object[] = []) =>
  exerciseOf({
    functions: { f: 'sigmoid(x)' },
    checks: [{ kind: 'stability', function: 'f', points: 2, ...more }],
    mistakes,
  })

const f = (formula: string) => `export const f = (x: number): any => ${formula}`
const S = '1 / (1 + Math.exp(-x))'
/** The same, and something else far out that no formula is read from. */
const far = (where: string, what: string) =>
  `const one = () => (/e/.test('e') ? 1 : 2)\nexport const f = (x: number): any => ${where} ? ${what} : one() / (1 + Math.exp(-x))`

describe('passes what is right at 25, 50, 100, 355, 710, 1e3, 1e4 and 1e38 on both sides, and at ±0', () => {
  judgesEach(judge, sigmoid(), 'f-stability', [
    [
      'a stable form',
      f(S),
      {
        ...{ status: 'passed', score: 200, points: { tested: 18, failed: 0 } },
        ...{ message: 'right at all 18 extreme points', evidence: [] },
      },
    ],
  ])
})

/** The answer by its numbers alone, whoever could read it and whatever is proved of it. */
describe('refuses a wrong number up to 1e4, even of what is right on paper', () => {
  const tail = exerciseOf({
    functions: { f: 'softplus(-x) * exp(x)' },
    checks: [{ kind: 'stability', function: 'f', points: 2 }],
  })
  judgesEach(judge, tail, 'f-stability', [
    [
      'lost digits',
      f(
        'x > 0 ? Math.log(1 + Math.exp(-x)) * Math.exp(x) : (Math.log(1 + Math.exp(x)) - x) * Math.exp(x)',
      ),
      {
        ...{ status: 'failed', note: undefined },
        message: /^f\(50\) should be 0\.99\d+, but yours is 0; it is right at all 4 points tried/,
      },
    ],
  ])
  judgesEach(judge, sigmoid(), 'f-stability', [
    [
      'an overflow that is covered by 0',
      f('Math.exp(x) / (1 + Math.exp(x)) || 0'),
      {
        status: 'failed',
        note: 'overflow-hidden',
        message: /^f\(710\) should be 1, but yours is 0/,
      },
    ],
    [
      'the same, out of sight',
      `class F { at(x: number) { const y = Math.exp(x) / (1 + Math.exp(x)); return Number.isNaN(y) ? 0 : y } }
export const f = (x: number) => new F().at(x)`,
      {
        status: 'failed',
        note: 'overflow-hidden',
        message: /^f\(710\) should be 1, but yours is 0/,
      },
    ],
    [
      'a guard with its sides exchanged',
      f(`x > 45 ? 0 : x < -45 ? 1 : ${S}`),
      { status: 'failed', note: 'other-side', message: /^f\(50\) should be 1, but yours is 0/ },
    ],
  ])
})

describe('only warns of what is right on paper', () => {
  judgesEach(judge, sigmoid(), 'f-stability', [
    [
      'an overflow, with the part that overflows',
      f('Math.exp(x) / (1 + Math.exp(x))'),
      {
        ...{ status: 'passed', warning: true, cause: undefined, score: 200, note: 'overflow' },
        points: { tested: 18, failed: 4 },
        message:
          'f(710) should be 1, but yours is NaN; it is right at all 10 points tried with smaller |x|',
      },
    ],
    [
      'a wrong number beyond 1e4',
      far('Math.abs(x) > 1e5', '0.9'),
      {
        status: 'passed',
        warning: true,
        note: undefined,
        message: /^f\(1e\+38\) should be 1, but/,
      },
    ],
    [
      'no number nearer than that, and a wrong one beyond',
      far('Math.abs(x) > 1e5', '0.9 : x < -200 ? NaN'),
      { status: 'passed', warning: true, note: 'overflow', message: /^f\(-355\) should be 6/ },
    ],
    [
      'a NaN that stands in the source, which overflows nowhere',
      f(`x > 200 ? NaN : ${S}`),
      { status: 'passed', warning: true, note: undefined, message: /^f\(355\) should be 1, but/ },
    ],
  ])

  test('and names the part', async () => {
    const { 'f-stability': check } = await judge(sigmoid(), f('Math.exp(x) / (1 + Math.exp(x))'))
    expect(check?.evidence.map(({ kind }) => kind)).toEqual([
      ...['counterexample', 'arithmetic', 'spread', 'note', 'source', 'reproduce'],
    ])
    expect(check?.evidence[1]).toMatchObject({
      ...{ problem: 'overflow', expression: 'exp(x)', value: 'Infinity', inputs: { x: 710 } },
    })
  })

  test('in the words that the exercise has for it', async () => {
    const own = { note: 'overflow', function: 'f', title: 'too large', hint: 'Divide by exp(x).' }
    const text = f('Math.exp(x) / (1 + Math.exp(x))')
    const { 'f-stability': check } = await judge(sigmoid({}, [own]), text)
    expect(check?.evidence.find(({ kind }) => kind === 'note')).toMatchObject({
      ...{ note: 'overflow', title: 'too large', hint: 'Divide by exp(x).' },
    })
  })
})

describe('fails where the exercise asks for more', () => {
  judgesEach(judge, sigmoid({ severity: 'error', partial: 'by-point' }), 'f-stability', [
    [
      'an overflow',
      f('Math.exp(x) / (1 + Math.exp(x))'),
      { status: 'failed', cause: 'wrong-answer', warning: undefined, score: 155, note: 'overflow' },
    ],
  ])
})

describe('never forgives', () => {
  judgesEach(judge, sigmoid(), 'f-stability', [
    [
      'a wrong finite number up to 1e4',
      far('Math.abs(x) > 30', '0.9'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0, note: undefined },
        message:
          'f(50) should be 1, but yours is 0.9; it is right at all 4 points tried with smaller |x|',
      },
    ],
    [
      'a wrong number at 0, of which nothing is nearer',
      far('Object.is(x, -0)', '7'),
      { status: 'failed', message: 'f(-0) should be 0.5, but yours is 7' },
    ],
    [
      'a throw',
      far('Math.abs(x) > 60', '(() => { throw new Error("far") })()'),
      {
        ...{ status: 'failed', cause: 'crashed', score: 0 },
        message: 'f(100) should be a number, but yours threw Error: far',
      },
    ],
    [
      'no number',
      far('Math.abs(x) > 60', '"1"'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0 },
        message: 'f(100) should be a number, but yours returned "1" (a string)',
      },
    ],
    [
      'what never ends',
      far('Math.abs(x) > 60', '(() => { for (;;) {} })()'),
      { status: 'failed', cause: 'did-not-finish', score: 0 },
    ],
    [
      'a stack without end',
      `const deep = (n: number): number => 1 + deep(n + 1)\n${far('Math.abs(x) > 60', 'deep(0)')}`,
      { status: 'failed', score: 0, warning: undefined },
    ],
    [
      'too much memory',
      far('Math.abs(x) > 60', '"x".repeat(1e9)'),
      { status: 'failed', cause: 'out-of-memory', score: 0 },
    ],
    [
      'dice',
      far('Math.abs(x) > 60', 'Math.random()'),
      { status: 'failed', cause: 'not-deterministic', score: 0 },
    ],
    [
      'what is missing',
      'export const g = 1',
      { status: 'failed', cause: 'missing-export', score: 0 },
    ],
  ])
})

describe('is silent where a mistake was told already', () => {
  judgesEach(judge, sigmoid(), 'f-stability', [
    [
      'at ordinary points',
      f('x'),
      {
        ...{ status: 'skipped', cause: 'dependency', score: 0 },
        message: /^f is already wrong at \d+ sample points$/,
      },
    ],
    [
      'by a function that never ends there',
      far('x > 3 && x < 20', '(() => { for (;;) {} })() : x === 1e4 ? 9'),
      { status: 'skipped', cause: 'dependency', message: 'not judged: needs f to finish' },
    ],
    [
      'and so at a point that somebody chose',
      f('x'),
      { status: 'skipped', points: { tested: 1, failed: 1 } },
      at(50),
    ],
  ])
})

test('asks nothing where the truth itself is not finite', async () => {
  const nowhere = exerciseOf({
    functions: { f: 'log(-1 - x ** 2)' },
    checks: [{ kind: 'stability', function: 'f' }],
  })
  const { 'f-stability': check } = await judge(nowhere, f('NaN'))
  expect(check).toMatchObject({ status: 'skipped', points: { tested: 0, failed: 0 } })
})
