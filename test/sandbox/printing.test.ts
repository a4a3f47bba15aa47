import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

describe('what a submission prints', () => {
  test('as it is loaded is kept', async () => {
    expect(await printed("console.log('a', 1, -0, null, [1]); console.warn('b')")).toBe(
      'a 1 -0 null [ 1 ]\nb\n',
    )
  })

  test('is cut where nobody reads on, and what is left out is counted', async () => {
    const output = await printed("for (let i = 0; i < 1000; i++) console.log('x'.repeat(99))")
    expect(output).toMatch(/^(x{99}\n){80}… \(920 lines more\)\n$/)
  })

  test('costs next to nothing then: a function may print at every point', async () => {
    const session = sandbox.session()
    await session.load(
      source(
        'export function f(x: number) { for (let i = 0; i < 200; i++) console.log(x, i, "some text"); return x }',
      ),
      [{ name: 'f', arguments: ['x'], symbolic: false }],
    )
    const points = Float64Array.from({ length: 1000 }, (_, i) => i)
    const { values, ended } = await session.evaluate({ function: 'f', columns: [points] })
    expect(ended).toBeUndefined()
    expect(values).toEqual(points)
  })
})

const source = (text: string) => ({ file: 'a.ts', text, siblings: {} })

async function printed(text: string): Promise<string> {
  const session = sandbox.session()
  const loaded = await session.load(source(text), [])
  await session.close()
  if (loaded.kind === 'fault') throw new Error(loaded.message)
  return loaded.output
}
