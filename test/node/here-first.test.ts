import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import { cannotStart } from '../../src/sandbox/thread.ts'
import { deepProgram } from './deep-programs.ts'
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

test('what goes deep is answered alike here and in a thread', async () => {
  await fc.assert(
    fc.asyncProperty(deepProgram, fc.boolean(), async (text, symbolic) => {
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
