import { describe, expect, test } from 'vitest'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const PREFIX = `import { defineReference, drawVector, drawWhole } from 'mlp-check/reference'
const sums = (v) => { let sum = 0; return v.map((x) => (sum += x)) }
export const prefixSums = defineReference({
  summary: 'the sums of the first entries',
  trials: 3,
  inputs: (random) => [drawVector(random, drawWhole(random, 1, 5))],
  workload: (size) => [Array.from({ length: size }, (_, k) => k % 7)],
  exact: sums,
})
`
const prefix = exerciseOf({
  functions: { f: { signature: '(v: number[]) => number[]', summary: 'prefix sums' } },
  checks: [
    {
      ...{ kind: 'work', function: 'f', points: 2, reference: 'prefixSums' },
      most: [
        { size: 100, turns: 400 },
        { size: 400, turns: 1600 },
      ],
    },
  ],
  references: PREFIX,
})

const f = (body: string) => `export function f(v: number[]): any { ${body} }`

describe('holds what single calls take against limits', () => {
  judgesEach(judge, prefix, 'f-work', [
    [
      'a loop',
      f('const out = []; let sum = 0; for (const x of v) { sum += x; out.push(sum) } return out'),
      {
        status: 'passed',
        score: 200,
        message: /^\d+ loop turns and calls for size 100, \d+ for size 400$/,
      },
    ],
    [
      'a function of arrays',
      f('let sum = 0; return v.map((x) => (sum += x))'),
      { status: 'passed' },
    ],
    [
      'a loop in a loop',
      f('return v.map((_, i) => { let s = 0; for (let k = 0; k <= i; k++) s += v[k]!; return s })'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', points: { tested: 2, failed: 2 } },
        message:
          /^size 400 takes 16\d{4} loop turns and calls, where at most 1600 are allowed; 10\d{3} loop turns and calls for size 100, 16\d{4} for size 400: a size 4 times as large takes 16 times as much, about size to the power of 2$/,
      },
    ],
    [
      'three loops',
      f(
        'return v.map((_, i) => { let s = 0; for (let k = 0; k <= i; k++) for (const y of v) s += y * 0 + v[k]! / v.length; return Math.round(s) })',
      ),
      {
        status: 'failed',
        cause: 'did-not-finish',
        message: /^size 400 takes more than can be counted/,
      },
    ],
    [
      'a recursion that copies',
      f(
        'return v.length === 0 ? [] : [...(f(v.slice(0, -1)) as number[]), v.reduce((a, b) => a + b)]',
      ),
      { status: 'failed', message: /to the power of 1\.9$/ },
    ],
    [
      'an answer that is cheap and wrong',
      f('return []'),
      { status: 'skipped', score: 0, message: /the answer of size 100 is wrong/ },
    ],
    [
      'a memory of earlier calls is of no use',
      `const known: any = {}; export function f(v: number[]): any {
         const key = v.join(); if (known[key]) return known[key]
         const out = v.map((_, i) => { let s = 0; for (let k = 0; k <= i; k++) s += v[k]!; return s })
         known[key] = out; return out }`,
      { status: 'failed', message: /to the power of 2$/ },
    ],
  ])

  test('counts to a few turns, and the same whenever it is asked', async () => {
    const loop = f(
      'const out = []; let sum = 0; for (const x of v) { sum += x; out.push(sum) } return out',
    )
    const [first, second] = [await judge(prefix, loop), await judge(prefix, loop)]
    const counts = (first['f-work']?.evidence ?? []).map(
      (one) => one.kind === 'measurement' && one.value,
    )
    expect(second['f-work']?.evidence).toEqual(first['f-work']?.evidence)
    expect(counts).toHaveLength(2)
    for (const [k, size] of [100, 400].entries()) {
      // One call for each push, one turn for each entry.
      expect(Math.abs((counts[k] as number) - 2 * size)).toBeLessThan(40)
    }
  })
})

const COUNTERS = `import { defineProgram } from 'mlp-check/reference'
const make = { make: 'a', with: [] }
const read = { on: 'a', read: 'total' }
export const counters = defineProgram({
  summary: 'a running total',
  model: () => () => ({ total: 0, add(x) { this.total += x } }),
  corners: [[make, { on: 'a', call: 'add', with: [2] }, read]],
  trials: 0,
  draw: () => [make],
  workload: (size) => [make, ...Array.from({ length: size }, (_, k) => ({ on: 'a', call: 'add', with: [k % 5] })), read],
})
`
const counter = exerciseOf({
  functions: { counter: { signature: '() => Counter', summary: 'a running total' } },
  checks: [
    {
      ...{ kind: 'work', function: 'counter', points: 1, reference: 'counters' },
      most: [
        { size: 50, turns: 2500 },
        { size: 200, turns: 10000 },
      ],
    },
  ],
  references: COUNTERS,
})

describe('and of programs over objects', () => {
  judgesEach(judge, counter, 'counter-work', [
    [
      'a sum that is kept',
      'export const counter = () => ({ total: 0, add(x: number) { this.total += x } })',
      { status: 'passed' },
    ],
    [
      'a sum that is made anew',
      `export const counter = () => { const seen: number[] = []; return {
        get total() { return seen.reduce((a, b) => a + b, 0) },
        add(x: number) { seen.push(x); for (const a of seen) for (const b of seen) void (a + b) } } }`,
      { status: 'failed' },
    ],
  ])
})
