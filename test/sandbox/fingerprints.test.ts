import { afterAll, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { Session } from '../../src/session.ts'
import { fingerprintsOf } from '../../src/source/likeness/fingerprints.ts'

const HELPER = 'export const half = (z: number): number => { const two = 1 + 1; return z / two }'
const TEXT = `import { half } from './half.ts'
export function f(x: number): number {
  const y = Math.exp(half(x)) - Math.exp(-half(x))
  return y * y + Math.max(0, x)
}`
const UNUSED = 'export const g = (x: number) => x ** 3 - 2 * x + Math.sin(x) / 7'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

test('what was loaded has the fingerprints of its text, and nothing else any', async () => {
  const session = await loaded(TEXT, { 'half.ts': HELPER, 'unused.ts': UNUSED })
  expect(fingerprintsOf(TEXT)).not.toEqual([])
  expect(await session.fingerprints([HELPER, UNUSED, TEXT])).toEqual([
    fingerprintsOf(HELPER),
    null,
    fingerprintsOf(TEXT),
  ])
})

test('what is no program, or throws as it is loaded, has none at hand', async () => {
  for (const text of ['export const f = (', 'throw new Error("no")']) {
    const session = await loaded(text)
    expect(await session.fingerprints([text])).toEqual([null])
  }
})

async function loaded(text: string, siblings: { [path: string]: string } = {}): Promise<Session> {
  const session = sandbox.session()
  await session.load({ file: 'tanh.ts', text, siblings }, [
    { name: 'f', arguments: ['x'], symbolic: false },
  ])
  return session
}
