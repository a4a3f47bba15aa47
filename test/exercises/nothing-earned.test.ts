import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { openJudge } from './judge.ts'
import { falseSentencesIn } from './sentences.ts'

// Whatever is judged here fails: it need not be waited for.
const judge = openJudge({ watchLooks: 4 })
const exercises = join(packageRoot(), 'exercises')
const idOf = (folder: string) => folder.replace(/^ex0*(\d+)-.*/, 'ex$1')

describe('a starter that nobody has touched earns nothing', () => {
  it.each(readdirSync(exercises))('%s', async (folder) => {
    const starter = readFileSync(join(exercises, folder, 'starter.ts'), 'utf8')
    const report = await judge.report(idOf(folder), starter)
    expect(report).toMatchObject({ status: 'failed', score: 0 })
    expect(report.checks.filter(({ score }) => score > 0)).toEqual([])
    expect(falseSentencesIn(report)).toEqual([])
  })
})

/** Each function of an exercise with the same body, given its own name. */
const both = (names: readonly string[], body: (name: string) => string) =>
  names.map((name) => `export function ${name}(x: number): number { ${body(name)} }\n`).join('')

const ENDS: readonly (readonly [how: string, body: (name: string) => string])[] = [
  ['calls itself without end', (name) => `return ${name}(x)`],
  ['calls itself in its own formula', (name) => `return 1 - ${name}(x) ** 2`],
  ['throws', () => 'throw new Error("x")'],
  ['never ends', () => 'for (;;);'],
  ['never ends where nobody counts', () => 'return new Array(2 ** 32 - 1).indexOf(1)'],
  ['asks for all memory', () => 'const a: any[] = []; for (;;) a.push(new Array(1e4).fill(x))'],
  ['gives NaN', () => 'return NaN'],
  ['gives NaN by arithmetic', () => 'return x * 0 / 0'],
  ['gives nothing', () => 'return undefined as any'],
  ['gives text', () => 'return "0.5" as any'],
  ['gives an infinity', () => 'return 1 / 0'],
  ['gives an infinity of the sign of x', () => 'return x / 0'],
]

const SUBJECTS: readonly (readonly [exercise: string, names: readonly string[]])[] = [
  ['ex1', ['tanh', 'dtanh']],
  ['ex5', ['tanhViaSigmoid', 'sigmoidViaTanh']],
  ['ex15', ['cheapTanh']],
  ['softplus', ['softplus', 'dsoftplus']],
  ['relu6', ['relu6', 'drelu6']],
  ['gelu', ['gelu', 'dgelu']],
]

describe.each(SUBJECTS)('%s: nothing is earned by what', (exercise, names) => {
  it.each(ENDS)('%s', async (_how, body) => {
    const report = await judge.report(exercise, both(names, body))
    expect(report.checks.filter(({ score }) => score > 0)).toEqual([])
    expect(report.checks.filter(({ warning }) => warning)).toEqual([])
    expect(report.status).toBe('failed')
  })
})

it('two functions that call each other without end earn nothing', async () => {
  const source = `export function tanh(x: number): number { return x < 0 ? -tanh(-x) : tanh(x - 0) }
export const dtanh = (x: number): number => 1 - tanh(x) ** 2
`
  expect(await judge.report('ex1', source)).toMatchObject({ status: 'failed', score: 0 })
})

it('one function that throws takes nothing from the other', async () => {
  const source = `export function tanh(): number { throw new Error('later') }
export const dtanh = (x: number): number => 1 - Math.tanh(x) ** 2
`
  const { checks } = await judge.report('ex1', source)
  const earned = Object.fromEntries(checks.map(({ id, score }) => [id, score]))
  expect(earned).toMatchObject({ 'tanh-value': 0, 'tanh-stability': 0, 'dtanh-derivative': 500 })
})
