import { describe, expect, test } from 'vitest'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const tanh = exerciseOf({
  functions: { f: 'tanh(x)' },
  checks: [{ kind: 'proof', function: 'f', points: 2 }],
})

const f = (formula: string) => `export const f = (x: number): any => ${formula}`
/** A factor of 1 that no formula is read from. */
const opaque = (formula: string) =>
  `const one = () => (/e/.test('e') ? 1 : 2)\n${f(`one() * (${formula})`)}`

describe('passes what is proved, however it is written', () => {
  judgesEach(judge, tanh, 'f-proof', [
    [
      'equal everywhere',
      f('(Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1)'),
      {
        ...{ status: 'passed', score: 200, points: { tested: 0, failed: 0 } },
        message: 'proved for every x',
      },
    ],
    [
      'equal but at a point where it is not defined',
      f('(Math.tanh(x) * x) / x'),
      { status: 'failed', message: 'refuted at x = 0' },
    ],
    [
      'not equal, yet within the tolerance everywhere',
      f('Math.tanh(x) + 1e-9'),
      {
        ...{ status: 'passed', score: 200 },
        message: 'proved within the tolerance for -20 <= x <= 20',
      },
    ],
  ])

  judgesEach(judge, tanh, 'f-proof', [
    [
      'another function outside of the domain',
      f('x > 30 ? 0.9 : Math.tanh(x)'),
      {
        ...{ status: 'passed', score: 200 },
        message: 'proved for -20 <= x <= 20; outside of that they differ, as at x = 101',
      },
    ],
    [
      'nothing outside of the domain',
      f('x > 30 ? NaN : Math.tanh(x)'),
      { status: 'passed', message: /^proved for -20 <= x <= 20; .* as at x = 31$/ },
    ],
    [
      'far roots of a large polynomial outside of the domain',
      f('x ** 24 - 3 * x ** 17 + 5 * x ** 3 - 1e300 > 0 ? 1 : Math.tanh(x)'),
      { status: 'passed', message: /^proved for -20 <= x <= 20/ },
    ],
    [
      'a threshold that no double holds',
      f('x ** 24 - 3 * x ** 17 + 5 * x ** 3 > (x - x + 1e300) * 1e300 * 1e300 ? 1 : Math.tanh(x)'),
      { status: 'passed', message: /^proved for -20 <= x <= 20/ },
    ],
    [
      'right where nothing overflows',
      f('Math.exp(2 * x) === Infinity ? 0 : 1 - 2 / (Math.exp(2 * x) + 1)'),
      {
        status: 'passed',
        message: 'proved for -20 <= x <= 20, where exp(2 * x) stays finite',
      },
    ],
  ])

  test('with both formulas as evidence', async () => {
    const { 'f-proof': check } = await judge(tanh, f('1 - 2 / (Math.exp(2 * x) + 1)'))
    expect(check?.evidence).toEqual([
      {
        ...{ kind: 'proof', verdict: 'equal', text: 'proved for every x' },
        ...{ formula: '1 - 2 / (exp(2 * x) + 1)', reference: 'tanh(x)' },
      },
    ])
  })
})

describe('fails what is refuted, at a point where the numbers are wrong', () => {
  judgesEach(judge, tanh, 'f-proof', [
    [
      'another function',
      f('x'),
      { status: 'failed', cause: 'wrong-answer', score: 0, message: /^refuted at x = \S+$/ },
    ],
    [
      'a bump between all samples',
      f('x > 3.33333 && x < 3.33334 ? 0 : Math.tanh(x)'),
      { status: 'failed', message: /^refuted at x = \d+\/\d+$/ },
    ],
    [
      'a bump a ten thousandth wide',
      f('x > 6.51 && x < 6.5101 ? 42 : Math.tanh(x)'),
      { status: 'failed', message: /^refuted at x = \d+\/\d+$/ },
    ],
    [
      'a bump where a cosine is negative',
      f('Math.cos(2 * x) < 0 && x > 4.70001 && x < 4.70002 ? 42 : Math.tanh(x)'),
      { status: 'failed', message: /^refuted at x = \d+\/\d+$/ },
    ],
    [
      'right where the proof looked, to the tolerance, and wrong farther on',
      f('Math.tanh(x) + 1e-9 * x ** 4'),
      { status: 'failed', message: /^refuted at x = -?(1\d|2\d|\d)(\.\d+)?$/ },
    ],
    [
      'a NaN of its own',
      f('x > 10 ? NaN : Math.tanh(x)'),
      { status: 'failed', message: /^refuted at x = \d+$/ },
    ],
    ['missing', 'export const g = 1', { status: 'failed', cause: 'missing-export' }],
  ])

  test('as exact numbers, and nowhere else', async () => {
    const { 'f-proof': check } = await judge(tanh, f('x'))
    const finding = check?.evidence.find(({ kind }) => kind === 'proof')
    expect(finding).toMatchObject({ verdict: 'different', witness: { x: expect.any(String) } })
    expect(check?.evidence.some(({ kind }) => kind === 'source')).toBe(false)
  })

  test('for parameters too: the one point of many that is beyond the tolerance', async () => {
    const prelu = exerciseOf({
      parameters: { alpha: [0.25, 1.5] },
      functions: {
        f: 'max(0, x) + alpha * min(0, x)',
        df: { derivative: { of: 'f', in: 'x' }, kinks: [{ at: 0, accept: 'between-or-nan' }] },
      },
      checks: [{ kind: 'proof', function: 'df', points: 2 }],
    })
    const df = (left: string) =>
      `export const df = (x: number, alpha: number) => (x > 0 ? 1 : ${left})`
    const { 'df-proof': right } = await judge(prelu, df('alpha'))
    expect(right).toMatchObject({ status: 'passed', message: 'proved except at x = 0' })
    const { 'df-proof': wrong } = await judge(prelu, df('alpha === 2 ? 0 : alpha'))
    expect(wrong?.status).toBe('failed')
    expect(wrong?.message).toMatch(/^refuted at x = (0|-1\.5), alpha = 2$/)
  })
})

describe('takes no points where nothing could be decided and the numbers are right', () => {
  judgesEach(judge, tanh, 'f-proof', [
    [
      'a formula that no proof is found for',
      opaque('Math.tanh(x)'),
      {
        ...{ status: 'skipped', cause: undefined, score: 200 },
        message: /^not followed: .+ at line 1$/,
      },
    ],
    ['the same, wrong', opaque('Math.tanh(2 * x)'), { status: 'skipped', score: 0 }],
    ['what never ends', f('(() => { for (;;) {} })()'), { status: 'skipped', score: 0 }],
  ])

  test('and is not asked where the exercise has no formula', () => {
    const none = {
      functions: { f: { summary: 'something' } },
      checks: [{ kind: 'proof', function: 'f', points: 2 }],
    }
    expect(() => exerciseOf(none)).toThrow(/a proof check needs/)
  })
})
