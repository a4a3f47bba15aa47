import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { newHeartbeat } from '../../src/node/heartbeat.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { openSandboxHere } from '../../src/node/sandbox-here.ts'
import { packageRoot } from '../../src/package-root.ts'
import type { Session } from '../../src/session.ts'
import { deepProgram } from './deep-programs.ts'
import { everyQuestion } from './held-against.ts'

const file = join(packageRoot(), 'dist', 'sandbox-room.cjs')
const here = openSandboxHere(createRequire(file)(file), newHeartbeat())
const there = openSandbox()
afterAll(() => Promise.all([here.close(), there.close()]))

async function answers(session: Session, text: string): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const answer of everyQuestion(text)(session)) all.push(structuredClone(answer))
  await session.close()
  return all
}

const HOGS = [
  'export const f = (x: number) => new ArrayBuffer(2 ** 27).byteLength + x',
  'const all: number[][] = []\nexport const f = (x: number) => { for (;;) all.push(Array(1e5).fill(x)) }',
  'let s = "ab"\nfor (;;) s += s\nexport const f = (x: number) => x',
]
const HONEST = [
  'export const f = (x: number) => Math.tanh(x)',
  'let calls = 0\nexport const f = (x: number) => x + ++calls',
  'export const f = (x: number) => { throw new Error("no " + x) }',
  'export const f = (x: number) => (x > 0 ? x : ',
]

test('one after the other, whatever it was, is answered as in a thread', async () => {
  const program = fc.oneof(deepProgram, fc.constantFrom(...HOGS), fc.constantFrom(...HONEST))
  await fc.assert(
    fc.asyncProperty(program, fc.boolean(), async (text, apart) => {
      const expected = await answers(there.session(), text)
      expect(await answers(here.session(apart), text)).toStrictEqual(expected)
    }),
    { numRuns: 25, seed: 11 },
  )
})
