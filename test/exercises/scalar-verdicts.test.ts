import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openJudge } from './judge.ts'

const judge = openJudge()
const folder = join(import.meta.dirname, '..', 'fixtures', 'answers')

async function checksOf(exercise: string, file: string) {
  const source = readFileSync(join(folder, exercise, `${file}.ts`), 'utf8')
  const { checks } = await judge.report(exercise, source)
  return Object.fromEntries(checks.map((check) => [check.id, check]))
}

const passed = { status: 'passed', warning: undefined }
const warned = { status: 'passed', warning: true }
const failed = { status: 'failed', warning: undefined }

type Wanted = { readonly [check: string]: { readonly [key: string]: unknown } }

/** What is right on the domain keeps the points of value and derivative, however it is written. */
const cases: readonly (readonly [exercise: string, file: string, wanted: Wanted])[] = [
  ['ex1', 'wrong/constant-beyond-30', { 'tanh-value': passed, 'tanh-stability': failed }],
  [
    'ex1',
    'wrong/constant-beyond-30-in-a-class',
    { 'tanh-value': passed, 'tanh-stability': failed },
  ],
  [
    'ex11',
    'wrong/derivative-one-beyond-30',
    { 'dsigmoid-derivative': passed, 'dsigmoid-stability': failed },
  ],
  [
    'ex11',
    'wrong/derivative-one-beyond-30-in-a-class',
    { 'dsigmoid-derivative': passed, 'dsigmoid-stability': failed },
  ],
  [
    'ex11',
    'wrong/guard-with-sides-exchanged',
    { 'sigmoid-stability': { ...failed, note: 'other-side' } },
  ],
  [
    'ex11',
    'wrong/guard-with-sides-exchanged-in-a-class',
    { 'sigmoid-stability': { ...failed, note: 'other-side' } },
  ],
  [
    'ex12',
    'right/capped-at-21',
    { 'relu-value': passed, 'relu-stability': warned, 'drelu-stability': warned },
  ],
  [
    'ex12',
    'right/capped-at-21-in-a-class',
    { 'relu-value': passed, 'relu-stability': warned, 'drelu-stability': warned },
  ],
  [
    'ex2',
    'right/capped-at-100',
    { 'prelu-value': passed, 'prelu-stability': warned, 'prelu-proof': passed },
  ],
  [
    'softplus',
    'wrong/nan-covered-by-or',
    { 'dsoftplus-stability': { ...failed, note: 'overflow-hidden' } },
  ],
  [
    'softplus',
    'wrong/nan-covered-by-a-test',
    { 'dsoftplus-stability': { ...failed, note: 'overflow-hidden' } },
  ],
  [
    'elu',
    'right/derivative-by-the-output',
    {
      'delu-derivative': {
        ...warned,
        score: 500,
        message: expect.stringContaining('the digits of exp(x) - 1 cancel'),
      },
      'delu-kink': passed,
    },
  ],
  [
    'hard-sigmoid',
    'right/mask-from-the-output',
    {
      'dhardsigmoid-derivative': {
        ...warned,
        message: expect.stringContaining('2.9999994 instead of x = '),
      },
    },
  ],
  [
    'selu',
    'right/constants-with-all-digits',
    { 'selu-proof': { ...passed, message: expect.stringMatching(/^proved for every x/) } },
  ],
  [
    'selu',
    'wrong/constants-too-short',
    {
      'selu-value': { ...failed, note: 'short-constants' },
      'dselu-derivative': { ...failed, note: 'short-constants' },
    },
  ],
  [
    'ex12',
    'wrong/kink-alone',
    { 'drelu-derivative': passed, 'drelu-kink': failed, 'drelu-stability': passed },
  ],
  [
    'ex1',
    'wrong/names-of-another-language',
    { 'tanh-value': { ...failed, cause: 'crashed', note: 'unknown-member' } },
  ],
  ['ex11', 'wrong/small-e', { 'sigmoid-value': { ...failed, note: 'unknown-member' } }],
  [
    'ex12',
    'wrong/second-parameter',
    { 'drelu-derivative': { ...failed, note: 'parameter-never-given' } },
  ],
  [
    'ex1',
    'wrong/xor-after-a-quotient',
    { 'dtanh-derivative': { ...failed, note: 'xor-for-power' } },
  ],
  ['elu', 'wrong/alpha-of-its-own', { 'elu-value': { ...failed, note: 'parameter-ignored' } }],
  [
    'hard-swish',
    'wrong/by-a-fifth',
    { 'hardswish-value': { ...failed, note: 'other-definition' } },
  ],
  [
    'gelu-tanh',
    'wrong/by-a-sigmoid',
    { 'dgelutanh-derivative': { ...failed, note: 'other-definition' } },
  ],
  ['ex2', 'wrong/largest-of-two-lines', { 'dpreludalpha-consistency': { status: 'passed' } }],
]

describe('each check of', () => {
  it.each(cases)('%s %s', async (exercise, file, wanted) => {
    const checks = await checksOf(exercise, file)
    for (const [id, expected] of Object.entries(wanted)) {
      const { warning = undefined, ...check } = checks[id] ?? {}
      expect({ ...check, warning }, id).toMatchObject(expected)
    }
  })
})

it('a member of Math that does not exist is named, and the one that was meant', async () => {
  const checks = await checksOf('ex1', 'wrong/names-of-another-language')
  const titles = ['tanh-value', 'dtanh-derivative'].map(
    (id) => checks[id]?.evidence.find((item) => item.kind === 'note')?.title,
  )
  expect(titles).toEqual([
    'there is no `Math.Exp` in JavaScript',
    'there is no `Math.sech` in JavaScript',
  ])
})
