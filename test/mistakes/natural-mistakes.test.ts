import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Exercise } from '../../src/exercise.ts'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import { misapplied, slipped } from '../../src/mistakes/generic-mistakes.ts'
import { recogniseMistake } from '../../src/mistakes/recognise.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { evaluate, failures, tableOf } from './exercise-tables.ts'

const exercises = await loadPack(join(packageRoot(), 'exercises'))

type Run = (x: number, a: number) => number

function recognised(id: string, name: string, run: Run) {
  const exercise = exercises.find((one) => one.id === id) as Exercise
  const table = tableOf(exercise, name)
  return recogniseMistake(exercise, name, table, evaluate(run, table))
}

const { exp, tanh, max, min, abs, sqrt } = Math
const s = (z: number) => 1 / (1 + exp(-z))
const elu: Run = (x, a) => (x > 0 ? x : a * (exp(x) - 1))
const [S, A] = [1.0507009873554805, 1.6732632423543772]
const selu = (x: number) => S * elu(x, A)
const softplus = (x: number) => max(x, 0) + Math.log1p(exp(-abs(x)))
const clip = (x: number, low: number, high: number) => max(low, min(high, x))

/** What people hand in, with the note that is true of it and its title. */
const cases: readonly (readonly [
  exercise: string,
  name: string,
  run: Run,
  note: string,
  title: RegExp,
])[] = [
  ['elu', 'elu', (x) => elu(x, 0.2), 'parameter-ignored', /^alpha replaced by 0\.2,/],
  ['elu', 'delu', (x) => (x > 0 ? 1 : 0.37 * exp(x)), 'parameter-ignored', /by 0\.37,/],
  ['ex13', 'swish', (x) => x * s(0.8 * x), 'parameter-ignored', /^beta replaced by 0\.8,/],
  [
    'ex13',
    'dswish',
    (x) => s(0.8 * x) + 0.8 * x * s(0.8 * x) * s(-0.8 * x),
    'parameter-ignored',
    /by 0\.8,/,
  ],
  ['leaky-relu', 'leakyRelu', (x) => (x > 0 ? x : 0.3 * x), 'parameter-ignored', /by 0\.3,/],
  ['leaky-relu', 'leakyRelu', (x) => (x > 0 ? 0.15 * x : x), 'parameter-ignored', /by 0\.15,/],
  ['ex2', 'dprelu', (x) => (x > 0 ? 1 : 0.123), 'parameter-ignored', /by 0\.123,/],
  [
    'hard-swish',
    'hardSwish',
    (x) => x * clip(0.2 * x + 0.5, 0, 1),
    'other-definition',
    /0\.2 x \+ 0\.5/,
  ],
  [
    'hard-swish',
    'dhardSwish',
    (x) => (x < -2.5 ? 0 : x > 2.5 ? 1 : 0.4 * x + 0.5),
    'other-definition',
    /derivative of .*0\.2 x/,
  ],
  [
    'hard-sigmoid',
    'hardSigmoid',
    (x) => (clip(x, -1, 1) + 1) / 2,
    'other-definition',
    /x \/ 2 \+ 0\.5/,
  ],
  ['hard-sigmoid', 'hardSigmoid', (x) => clip(x, -1, 1), 'other-definition', /-1 to 1/],
  ['ex11', 'sigmoid', (x) => 2 * s(x) - 1, 'other-definition', /-1 to 1/],
  ['ex11', 'sigmoid', (x) => clip(0.2 * x + 0.5, 0, 1), 'other-definition', /0\.2 x \+ 0\.5/],
  [
    'gelu',
    'dgelu',
    (x) => s(1.702 * x) + 1.702 * x * s(1.702 * x) * s(-1.702 * x),
    'other-definition',
    /1\.702/,
  ],
  ['gelu-tanh', 'geluTanh', (x) => x * s(1.702 * x), 'other-definition', /1\.702/],
  [
    'gelu-tanh',
    'dgeluTanh',
    (x) => s(1.702 * x) + 1.702 * x * s(1.702 * x) * s(-1.702 * x),
    'other-definition',
    /derivative of .*1\.702/,
  ],
  ['elu', 'delu', (x, a) => (x > 0 ? 1 : elu(x, a) + 1), 'one-for-constant', /a 1 stands/],
  ['selu', 'dselu', (x) => (x > 0 ? S : selu(x) + 1), 'one-for-constant', /a 1 stands/],
  ['elu', 'elu', (x, a) => (x > 0 ? x : a * exp(x - 1)), 'misplaced-bracket', /bracket/],
  [
    'softplus',
    'dsoftplus',
    (x) => softplus(x) * (1 - softplus(x)),
    'rule-of-another-function',
    /rule of sigmoid/,
  ],
  ['ex1', 'dtanh', (x) => tanh(x) * (1 - tanh(x)), 'rule-of-another-function', /rule of sigmoid/],
  ['ex11', 'dsigmoid', (x) => 1 - s(x) ** 2, 'rule-of-another-function', /rule of tanh/],
  ['ex1', 'dtanh', (x) => s(x) * (1 - s(x)), 'other-definition', /^the derivative of the range/],
  ['softsign', 'softsign', (x) => s(x), 'another-function', /^the function sigmoid$/],
  [
    'softsign',
    'dsoftsign',
    (x) => s(x) * (1 - s(x)),
    'another-function',
    /^the derivative of sigmoid$/,
  ],
  [
    'elu',
    'delu',
    (x, a) => (elu(x, a) > 0 ? 1 : a * exp(elu(x, a))),
    'derivative-at-output',
    /output/,
  ],
  [
    'ex2',
    'dpreluDalpha',
    (x, a) => ((x > 0 ? x : a * x) > 0 ? 0 : x),
    'mask-from-output',
    /by the output/,
  ],
  ['ex2', 'dpreluDalpha', (x) => (x > 0 ? 0 : 1), 'one-for-input', /a 1 stands where the input/],
  ['ex2', 'dpreluDalpha', (x) => (x > 0 ? 1 : x), 'branch-constant', /wrong number on one/],
  ['ex13', 'swish', (x, b) => (x / 2) * (1 + tanh(b * x)), 'inner-factor', /^a factor 2 too many/],
  ['mish', 'mish', (x) => x * tanh(softplus(x) / 2), 'inner-factor', /one too few$/],
  ['ex1', 'dtanh', (x) => tanh(x) ** 2, 'minuend-lost', /that is subtracted is left/],
  ['ex1', 'tanh', () => Number.NaN, 'nan-everywhere', /^NaN/],
  [
    'ex1',
    'tanh',
    (x) => clip((x * (27 + x * x)) / (27 + 9 * x * x), -1, 1),
    'approximation',
    /^an approximation: within 0\.024 of tanh, which was asked$/,
  ],
  ['ex1', 'tanh', (x) => 1.7159 * tanh((2 * x) / 3), 'other-definition', /1\.7159/],
  ['relu6', 'relu6', (x) => clip(x, 0, 1), 'other-definition', /at 1 instead of 6/],
  ['softsign', 'softsign', (x) => x / sqrt(1 + x * x), 'other-definition', /sqrt/],
]

describe('a natural mistake is told by kind', () => {
  test.each(cases)('%s %s: %s', (exercise, name, run, note, title) => {
    const found = recognised(exercise, name, run)
    expect(found?.note).toBe(note)
    expect(found?.title).toMatch(title)
  })
})

test('what says something of the source is said where it stands there', () => {
  const exercise = exercises.find((one) => one.id === 'softsign') as Exercise
  const table = tableOf(exercise, 'dsoftsign')
  // The quotient rule with its numerator alone: 1 + |x| - x sign(x).
  const got = evaluate(() => 1, table)
  const told = (written: 'not followed') =>
    recogniseMistake(exercise, 'dsoftsign', table, got, { written })
  expect(told('not followed')?.note).not.toBe('quotient-rule')
})

test('what is said of the whole source is said where the source is so', () => {
  const exercise = exercises.find((one) => one.id === 'log-sigmoid') as Exercise
  const table = tableOf(exercise, 'logSigmoid')
  // By its numbers it is the function of the function.
  const got = evaluate((x) => -Math.log1p(1 + exp(-x)), table)
  const told = (written: string | 'not followed') => {
    const of = written === 'not followed' ? written : parseFormula(written)
    return recogniseMistake(exercise, 'logSigmoid', table, got, { written: of })?.note
  }
  expect(told('-log(1 + exp(log(1 + exp(-x))))')).toBe('applied-twice')
  expect(told('x > 0 ? -log(2 + exp(-x)) : -log(2 + exp(-x))')).toBe('applied-twice')
  expect(told('not followed')).toBe('applied-twice')
  expect(told('-log1p(1 + exp(-x))')).not.toBe('applied-twice')
})

test('a branch is said to be chosen by the output where something but the input is looked at', () => {
  const exercise = exercises.find((one) => one.id === 'hard-swish') as Exercise
  const table = tableOf(exercise, 'dhardSwish')
  // The output is 0 left of -3, and 0 lies in the middle.
  const got = evaluate((x) => (x >= 3 ? 1 : (2 * x + 3) / 6), table)
  const told = (written: string | 'not followed') => {
    const of = written === 'not followed' ? written : parseFormula(written)
    return recogniseMistake(exercise, 'dhardSwish', table, got, { written: of })?.note
  }
  const output = 'x * min(max(x + 3, 0), 6) / 6'
  const byOutput = [
    `${output} >= 3 ? 1 : (2 * x + 3) / 6`,
    `x < 0 ? (2 * x + 3) / 6 : ${output} < 3 ? (2 * x + 3) / 6 : 1`,
    `(2 * x + 3) / 6 + max(0, sign(${output} - 3)) * (1 - (2 * x + 3) / 6)`,
  ]
  const byInput = [
    'x >= 3 ? 1 : (2 * x + 3) / 6',
    '2 * (x - 3) / 5 >= 0 ? 1 : (2 * x + 3) / 6',
    '(x >= 3 ? 1 : 0) > 0 ? 1 : (2 * x + 3) / 6',
    'x < 3 && -x > -3 ? (2 * x + 3) / 6 : 1',
    '(2 * x + 3) / 6 + max(0, sign(x - 3)) * (1 - (2 * x + 3) / 6)',
    'not followed',
  ]
  for (const written of byOutput) expect(told(written)).toBe('mask-from-output')
  for (const written of byInput) expect(told(written)).toBe('branch-lost')
})

test('"the opposite sign" is said of the opposite number everywhere, and of nothing else', () => {
  const told = exercises.flatMap((exercise) =>
    Object.values(exercise.functions).flatMap((spec) => {
      const all = [...misapplied(exercise, spec), ...slipped(exercise, spec)]
      const said = all.filter(({ note }) => note === 'sign')
      return said.map(({ formula }) => ({ exercise, spec, formula }))
    }),
  )
  expect(told.length).toBeGreaterThan(20)
  for (const { exercise, spec, formula } of told) {
    const table = tableOf(exercise, spec.name)
    const opposite = evaluate(compileFloat64(formula, spec.arguments), table).map((value) => -value)
    expect([exercise.id, spec.name, failures(table, opposite)]).toEqual([
      exercise.id,
      spec.name,
      [],
    ])
  }
})

test('a bump at one place is no approximation', () => {
  const bump = recognised('ex1', 'tanh', (x) => tanh(x) + (abs(x - 1.5) < 0.1 ? 0.01 : 0))
  expect(bump).toBeUndefined()
})
