import { afterAll, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import { GUEST_GLOBALS } from '../../src/source/guest-globals.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

/** What the guest of a submission answers to `expression`, in which `names` is the list. */
async function answer(expression: string): Promise<number | undefined> {
  const text = `const names = ${JSON.stringify([...GUEST_GLOBALS])}
export const f = (x: number): number => (${expression})`
  const session = sandbox.session()
  const source = { file: 'f.ts', text, siblings: {} }
  await session.load(source, [{ name: 'f', arguments: ['x'], symbolic: false }])
  const { values } = await session.evaluate({ function: 'f', columns: [Float64Array.of(0)] })
  await session.close()
  return values[0]
}

test('every name that explanations take for known is there', async () => {
  expect(await answer('names.filter((name) => !(name in globalThis)).length')).toBe(0)
})

test('explanations know every name that is there', async () => {
  // One name more than the language has is QuickJS's own.
  const unknown = "!names.includes(name) && name !== 'InternalError'"
  expect(
    await answer(`Object.getOwnPropertyNames(globalThis).filter((name) => ${unknown}).length`),
  ).toBe(0)
})
