import { afterAll, describe, expect, test } from 'vitest'
import type { CheckReport } from '../../src/report/report.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { exerciseCalled, judgeText } from './judge-text.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

async function boundOf(body: string): Promise<CheckReport> {
  const text = body.includes('export')
    ? body
    : `export function cheapTanh(x: number): number {\n${body}\n}\n`
  const checks = await judgeText(sandbox, exerciseCalled('ex15'), text)
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
