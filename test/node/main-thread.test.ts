import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import { cannotStart } from '../../src/sandbox/thread.ts'
import { bothAnswers, everyQuestion, sessionHere } from './held-against.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

/** Deeper than the main thread's stack, and not than the engine's own. */
const deep = `
const deep = (): number => JSON.parse('['.repeat(12000) + ']'.repeat(12000)).length
`

/** Where only symbolic execution gets: far from every point. */
const PROGRAMS = {
  'where calls are traced': `${deep}
const g = (x: number): number => x + 1
export function f(x: number): number {
  const y = x > 1e6 ? deep() : 0
  const once = g(x)
  return y + g(once)
}`,
  'where many paths come together': `${deep}
const h = (x: number, k: number): number => (x > k ? k : 2 * k * x)
export function f(x: number): number {
  const sum = h(x, 1) + h(x, 2.5) * x + h(x * x, 3) + h(x + 7, 4) + h(3 * x, 5)
  return x < 0 && x > -1e-9 ? deep() : sum
}`,
  'where a table is filled at the first call': `${deep}
const table: number[] = []
export function f(x: number): number {
  if (table.length === 0) table.push(2)
  else if (x > 1e6) return deep()
  return table[0]! * x
}`,
}

describe.each([true, false])('a program that is followed: %s', (symbolic) => {
  test.each(Object.entries(PROGRAMS))(
    'deep %s is answered alike here and in a thread',
    async (_where, text) => {
      const { here, there } = await bothAnswers(sandbox, everyQuestion(text, symbolic))
      expect(here).toStrictEqual(there)
    },
  )
})

/** What goes as deep as it is told, at work or in its own text. */
const SHAPES: readonly ((depth: number) => string)[] = [
  (n) => `const r = (k: number): number => (k <= 0 ? 0 : 1 + r(k - 1))\nconst deep = () => r(${n})`,
  (n) =>
    `const r = (k: number): number => (k <= 0 ? 0 : [k].map((j) => r(j - 1))[0]! + 1)\nconst deep = () => r(${n})`,
  (n) =>
    `const r = (k: number): any => (k <= 0 ? 1 : \`\${{ toString: () => r(k - 1) }}\`)\nconst deep = () => Number(r(${n}))`,
  (n) => `const deep = () => JSON.parse('['.repeat(${n}) + ']'.repeat(${n})).length`,
  (n) =>
    `const deep = () => { let a: any = []; for (let i = 0; i < ${n}; i++) a = [a]; return JSON.stringify(a).length }`,
  (n) => `const deep = () => Math.max(...Array(${n}).fill(1))`,
  (n) => `const deep = () => ${'\n-('.repeat(n % 1400)}1${')'.repeat(n % 1400)}`,
  (n) => `const deep = () => 1${'\n + 1'.repeat(n % 3000)}`,
]
const ENDS = [
  'x + deep()',
  '(() => { try { return x + deep() } catch { return 1 } })()',
  '(x > 1e6 ? deep() : x)',
]

test('what goes deep is answered alike here and in a thread', async () => {
  const depth = fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 2000, max: 20_000 }))
  const program = fc
    .tuple(fc.constantFrom(...SHAPES), depth, fc.constantFrom(...ENDS))
    .map(([shape, n, end]) => `${shape(n)}\nexport function f(x: number): number { return ${end} }`)
  await fc.assert(
    fc.asyncProperty(program, fc.boolean(), async (text, symbolic) => {
      const { here, there } = await bothAnswers(sandbox, everyQuestion(text, symbolic))
      expect(here).toStrictEqual(there)
    }),
    { numRuns: 20, seed: 7 },
  )
})

test('where no thread can be started, whoever asked is told', async () => {
  const session = sessionHere({
    start: () => {
      throw cannotStart('no more of them')
    },
  })
  const text = 'export const f = (x: number) => new ArrayBuffer(2 ** 27).byteLength + x'
  const source = { file: 'a.ts', text, siblings: {} }
  await session.load(source, [{ name: 'f', arguments: ['x'], symbolic: false }])
  const ask = () => session.evaluate({ function: 'f', columns: [Float64Array.of(1)] })
  for (let times = 0; times < 3; times++) {
    await expect(ask()).rejects.toThrow('does not work here (no more of them)')
  }
  await session.close()
})
