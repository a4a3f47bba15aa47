import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openJudge } from './judge.ts'

const judge = openJudge()

/** A function of data for each kind of check that looks at data. */
const FUNCTIONS = [
  ['ex3', 'isIdempotent', 'isidempotent-call'],
  ['ex4', 'pieces', 'pieces-piecewise-linear'],
  ['ex4', 'addPieces', 'addpieces-piecewise-linear'],
  ['ex6', 'collapse', 'collapse-call'],
  ['ex6', 'lostDirection', 'lostdirection-witness'],
  ['ex7', 'witness', 'witness-witness'],
  ['ex7', 'outputRange', 'outputrange-range'],
  ['ex8', 'backward', 'backward-gradient'],
  ['ex9', 'prelu', 'prelu-autograd'],
  ['ex10', 'leaf', 'leaf-accumulation'],
  ['ex10', 'train', 'train-call'],
] as const

const column = (n: number) => `Array.from({ length: ${n} }, (_, k) => [k])`
const list = (n: number) => `Array.from({ length: ${n} }, (_, k) => 100 + k)`

/** Of every shape that some check looks at, as large as it is looked at, and larger. */
const MONSTERS: readonly (readonly [what: string, expression: string])[] = [
  ['a list that is longer', list(4097)],
  ['a million numbers', list(1e6)],
  ['a column', column(4096)],
  [
    'two columns that share no row',
    `[${column(4096)}, ${column(4096).replace('[k]', '[-k - 1]')}]`,
  ],
  ['a square', 'Array.from({ length: 140 }, () => new Array(140).fill(1))'],
  ['rows without anything', 'Array.from({ length: 4000 }, () => [])'],
  ['holes', 'new Array(4000)'],
  ['a deep list', '(() => { let a: any = 1; for (let i = 0; i < 31; i++) a = [a]; return a })()'],
  [
    'a deeper list',
    '(() => { let a: any = 1; for (let i = 0; i < 1e4; i++) a = [a]; return a })()',
  ],
  [
    'four thousand breakpoints',
    `({ breakpoints: ${list(4000)}, slopes: new Array(4001).fill(0), intercepts: new Array(4001).fill(0) })`,
  ],
  [
    'four thousand pieces',
    `Array.from({ length: 4000 }, (_, k) => ({ from: k, to: k + 1, slope: 0, intercept: 0 }))`,
  ],
  [
    'a large network',
    '({ W1: new Array(70).fill(new Array(70).fill(1)), b1: new Array(70).fill(1), W2: new Array(70).fill(new Array(70).fill(1)), b2: new Array(70).fill(1), W: new Array(70).fill(new Array(70).fill(1)), b: [1] })',
  ],
  ['typed arrays', '[new Float64Array(4000), new Float64Array(4000)]'],
  ['long texts', 'new Array(100).fill("x".repeat(1e5))'],
  ['many names', 'Object.fromEntries(Array.from({ length: 4096 }, (_, k) => ["k" + k, k]))'],
]

describe.each(FUNCTIONS)('%s: %s', (exercise, name, id) => {
  it.each(MONSTERS)('may give %s, and is told why it is wrong', async (_what, expression) => {
    const source = `export function ${name}(): any { return ${expression} }\n`
    const check = await judge.check(exercise, source, id)
    expect(check).toMatchObject({ status: 'failed', score: 0 })
    expect(['wrong-answer', 'crashed', 'out-of-memory', 'did-not-finish']).toContain(check.cause)
    expect(check.message.length).toBeGreaterThan(10)
    expect(check.message.length).toBeLessThan(3000)
    expect(JSON.stringify(check).length).toBeLessThan(1_000_000)
  })
})

describe('what is stopped', () => {
  const solution = readFileSync('solutions/ex08-mlp/solution.ts', 'utf8')

  it('is not said to depend on other calls: a right answer beside more than is looked at', async () => {
    const bulk = 'Array.from({ length: 4 }, () => new Array(4000).fill(0.1234567890123))'
    const source = solution.replace('W1: product(', `bulk: ${bulk},\n    W1: product(`)
    const check = await judge.check('ex8', source, 'backward-gradient')
    expect(check).toMatchObject({ status: 'failed', cause: 'out-of-memory' })
    expect(check.message).toMatch(/more than \d+ characters together/)
  })

  it('is not said to depend on other calls: a right answer that takes its time', async () => {
    const slow = 'for (let i = 0; i < 1.5e6; i++);\n  return {\n    W1: product('
    const source = solution.replace('return {\n    W1: product(', slow)
    const check = await judge.check('ex8', source, 'backward-gradient')
    expect(check).toMatchObject({ status: 'failed', cause: 'did-not-finish' })
    expect(check.message).toContain('it did not finish')
  })
})
