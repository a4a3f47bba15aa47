import { describe, expect, test } from 'vitest'
import type { CheckReport } from '../../src/report/report.ts'
import { exerciseCalled, exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

async function boundOf(body: string): Promise<CheckReport> {
  const text = body.includes('export')
    ? body
    : `export function cheapTanh(x: number): number {\n${body}\n}\n`
  const checks = await judge(exerciseCalled('ex15'), text)
  return checks['cheaptanh-bound'] as CheckReport
}

const EVERYTHING = 'proved for every x: within 0.1 of tanh, odd, never falls'

const ABS = 'const s = x < 0 ? -x : x\n'

describe('right however it is written, and proved to be', () => {
  test.each([
    [
      'early returns',
      'if (x >= 2) return 1; if (x <= -2) return -1; return x * (1 - (x < 0 ? -x : x) / 4)',
    ],
    ['nested ternaries', 'return x > 2 ? 1 : x < -2 ? -1 : x > 0 ? x - x * x / 4 : x + x * x / 4'],
    [
      'a rational function',
      `${ABS} return s > 3 ? (x > 0 ? 1 : -1) : x * (27 + x * x) / (27 + 9 * x * x)`,
    ],
    [
      'a clamped value',
      'const y = x * (27 + x * x) / (27 + 9 * x * x); return y > 1 ? 1 : y < -1 ? -1 : y',
    ],
    [
      'a clamped argument',
      'const c = x > 3 ? 3 : x < -3 ? -3 : x; return c * (27 + c * c) / (27 + 9 * c * c)',
    ],
    [
      'many straight pieces',
      `${ABS} const y = s < 0.5 ? 0.93 * s : s < 1 ? 0.465 + 0.6 * (s - 0.5) : s < 1.5 ? 0.765 + 0.28 * (s - 1) : s < 3 ? 0.905 + 0.06 * (s - 1.5) : 0.995; return x < 0 ? -y : y`,
    ],
    [
      'steps that jump up',
      `${ABS} const y = s < 1.4 ? s * (1 - s / 4) * 0.95 : 0.95; return x < 0 ? -y : y`,
    ],
    [
      'a helper and a mirrored half',
      'const half = (t: number): number => t >= 2 ? 1 : t - t * t / 4; return x < 0 ? -half(-x) : half(x)',
    ],
    [
      'a cubic',
      'if (x > 1.5) return 0.97; if (x < -1.5) return -0.97; return 0.97 * (x - 4 / 27 * x * x * x)',
    ],
    [
      'a saturating quotient',
      `${ABS} const p = s * (1 + s * (0.2 + s)); return (x < 0 ? -1 : 1) * p / (1 + p)`,
    ],
    [
      'a level piece in the middle',
      `${ABS} if (s < 0.05) return 0; const y = s < 2 ? s - s * s / 4 : 1; return x < 0 ? -y : y`,
    ],
  ])('%s', async (_, body) => {
    const check = await boundOf(body)
    expect(check.message).toBe(EVERYTHING)
    expect(check.status).toBe('passed')
  })
})

describe('right, though its source gives no formula: the points decide, and the report says so', () => {
  test.each([
    [
      'a table',
      'const t = [0, 0.46, 0.76, 0.905, 0.964, 0.987, 0.995, 1, 1]; const s = x < 0 ? -x : x; if (s >= 4) return x < 0 ? -1 : 1; const k = (s * 2) | 0; const a = t[k] as number; const y = a + (s * 2 - k) * ((t[k + 1] as number) - a); return x < 0 ? -y : y',
    ],
  ])('%s', async (_, body) => {
    const check = await boundOf(body)
    expect(check).toMatchObject({ status: 'passed' })
    expect(check.message).toMatch(
      /^at all \d+ points, though no proof was found: within 0\.1 of tanh, odd, never falls$/,
    )
  })
})

const RIGHT = 'x >= 2 ? 1 : x <= -2 ? -1 : x * (1 - (x < 0 ? -x : x) / 4)'

describe('wrong, with the points at which it shows', () => {
  test.each([
    [
      'a dip of a millionth between samples',
      `const y = ${RIGHT}; return x > 1.23456 && x < 1.234561 ? y - 1e-6 : x < -1.23456 && x > -1.234561 ? y + 1e-6 : y`,
      'not-monotone',
      /it falls: it is 0\.853\S+ at 1\.2345\S+, but only 0\.853\S+ at 1\.2345/,
    ],
    [
      'a bump narrower than any sample',
      `const y = ${RIGHT}; const d = x * x - 1.1; return d * d < 1e-18 ? (x < 0 ? -5 : 5) : y`,
      'not-monotone',
      /it falls/,
    ],
    [
      'one branch a little off',
      `return x > 0.7777 && x < 0.777701 ? ${RIGHT.replace('x >= 2', '1e-5 + x >= 2')} + 1e-6 : ${RIGHT}`,
      'not-odd',
      /it is not odd: it is \S+ at 0\.7777/,
    ],
    [
      'not 0 at 0',
      `return (${RIGHT}) + 0.001`,
      'not-odd',
      /it is 0\.001 at 0, and an odd function is 0 there/,
    ],
    [
      'closed on one side alone',
      'return x >= 2 ? 1 : x < -2 ? -1 : x * (0.89 - (x < 0 ? -x : x) / 5)',
      'not-odd',
      /it is 1 at 2, but -0\.98 at -2/,
    ],
    ['a cubic that is not cut off', 'return x - x * x * x / 12', 'not-monotone', /it falls/],
    [
      'a Padé approximant that is not cut off',
      'return x * (27 + x * x) / (27 + 9 * x * x)',
      'error-at-the-far-end',
      /where tanh is/,
    ],
    [
      'leaving tanh beyond all samples',
      `return x > 2 ? 1 + x / 1e45 : x < -2 ? -1 + x / 1e45 : ${RIGHT}`,
      'error-at-the-far-end',
      /e\+4\d/,
    ],
    [
      'a jump down where the pieces meet',
      'const s = x < 0 ? -x : x; const y = s > 1 ? (s > 2 ? 1 : 0.74 + (s - 1) * 0.2) : s * 0.8; return x < 0 ? -y : y',
      'not-monotone',
      /it falls: it is 0\.8 at 1, but only 0\.741 at 1\.005/,
    ],
  ])('%s', async (_, body, note, message) => {
    const check = await boundOf(body)
    expect(check.status).toBe('failed')
    expect(check.message).toMatch(message)
    expect(check.note).toBe(note)
  })

  test('an error in one place is told with both values and what was allowed', async () => {
    const check = await boundOf('return x > 1 ? 1 : x < -1 ? -1 : x')
    expect(check.note).toBe('error-too-large')
    expect(check.message).toMatch(
      /it is 0\.\d+ at 0\.\d+, where tanh is 0\.\d+: that is 0\.1\d+ off, and 0\.1 is allowed/,
    )
  })
})

test('rounding is held against nobody', async () => {
  const check = await boundOf(
    'if (x > 1.5) return 0.97; if (x < -1.5) return -0.97; return 0.97 * x - 0.1437038 * x * x * x',
  )
  expect(check.status).toBe('passed')
  expect(check.message).toMatch(/^proved for every x: within 0\.1 of tanh, odd; at all \d+ points/)
})

const near = (more: object = {}) =>
  exerciseOf({
    functions: { f: { summary: 'nearly tanh' } },
    checks: [{ kind: 'bound', function: 'f', points: 6, of: 'tanh', limit: 0.1, ...more }],
  })
const f = (body: string, before = '') =>
  `${before}\nexport const f = (t: number): any => { ${body} }`
const OK = `const x = t; return ${RIGHT}`

describe('asks for no more than the exercise does', () => {
  judgesEach(judge, near(), 'f-bound', [
    [
      'near it alone',
      f(`const x = t; return (${RIGHT}) + 0.01`),
      { status: 'passed', score: 600, message: 'proved for every x: within 0.1 of tanh' },
    ],
    [
      'near it, by what no interval encloses to the end',
      f('return Math.tanh(t)'),
      {
        status: 'passed',
        message: /^at all \d+ points, though no proof was found: within 0\.1 of/,
      },
    ],
  ])
  judgesEach(judge, near({ odd: true, rising: true }), 'f-bound', [
    [
      'and all of it',
      f(OK),
      { message: 'proved for every x: within 0.1 of tanh, odd, never falls', note: undefined },
    ],
  ])

  test('with the largest error that was seen', async () => {
    const { 'f-bound': check } = await judge(near(), f(OK))
    expect(check?.evidence).toMatchObject([
      { kind: 'measurement', name: 'largest error at the samples', limit: 0.1 },
    ])
  })
})

describe('a value that is no finite number', () => {
  judgesEach(judge, near({ odd: true }), 'f-bound', [
    [
      'is so and so far from nothing',
      f('return NaN'),
      { status: 'failed', cause: 'wrong-answer', message: 'f: it is NaN at 0, where tanh is 0' },
    ],
    [
      'infinite on both sides is odd, but not near',
      f(`const x = t; return x > 5 ? 1 / 0 : x < -5 ? -1 / 0 : ${RIGHT}`),
      { message: /^f: it is Infinity at 5\.005, where tanh is 0\.99\d+$/ },
    ],
    [
      'on one side alone is told there',
      f(`const x = t; return x < -5 ? NaN : ${RIGHT}`),
      { message: /^f: it is NaN at -5\.005, where tanh is -0\.99\d+$/ },
    ],
  ])
})

describe('what a function did instead of answering is told at the argument nearest to 0', () => {
  judgesEach(judge, near(), 'f-bound', [
    [
      'a throw',
      f('if (t < -3) throw new Error("left"); return Math.tanh(t)'),
      {
        ...{ status: 'failed', cause: 'crashed', score: 0, says: { id: 'points.threw' } },
        message: 'f(-3.005) should be a number, but yours threw Error: left',
      },
    ],
    [
      'no number',
      f('return t > 3 ? "1" : Math.tanh(t)'),
      {
        ...{ cause: 'wrong-answer' },
        message: 'f(3.005) should be a number, but yours returned "1" (a string)',
      },
    ],
    [
      'no number, farther out than many a NaN',
      f('return Math.abs(t) < 1 ? NaN : undefined'),
      { message: /^f\(-?\S+\) should be a number, but yours returned undefined$/ },
    ],
    ['what never ends', f('for (;;) {}'), { cause: 'did-not-finish' }],
    ['too much memory', f('return "x".repeat(1e9)'), { cause: 'out-of-memory' }],
    [
      'another one each time, however near',
      f('return Math.tanh(t) + 1e-9 * (calls++ % 3)', 'let calls = 0'),
      { status: 'failed', cause: 'not-deterministic' },
    ],
    ['what is missing', 'export const g = 1', { cause: 'missing-export' }],
  ])

  test('with its line', async () => {
    const { 'f-bound': check } = await judge(near(), f('\n  throw new Error("no")'))
    expect(check?.evidence).toMatchObject([
      { kind: 'note', note: 'throws-always' },
      { kind: 'source', line: 3 },
      {
        kind: 'counterexample',
        inputs: { x: 0 },
        got: 'Error: no',
        expected: { text: 'a number' },
      },
      { kind: 'reproduce' },
    ])
  })
})
