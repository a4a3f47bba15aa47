import { afterAll, describe, expect, it } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import { SOURCE_LIMITS } from '../../src/source/limits.ts'
import { LARGE, lines, list, nested } from './large-programs.ts'

/**
 * Programs of which something is as long as a file may be, around an answer that has nothing to do
 * with it: none may cost the answer its verdict. What grows with the square of its length, in the
 * engine's parser or in one of ours, shows no sign of life for so long that its thread is ended.
 */
const ANSWER = 'export const tanh = (x: number): number => Math.tanh(x)\n'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

async function loadAndAsk(text: string, siblings: { readonly [path: string]: string } = {}) {
  const session = sandbox.session()
  try {
    const wanted = [{ name: 'tanh', arguments: ['x'], symbolic: true }]
    const loaded = await session.load({ file: 'a.ts', text, siblings }, wanted)
    if (loaded.kind !== 'loaded') return loaded
    const columns = [Float64Array.of(-2, 0.5)]
    const { values } = await session.evaluate({ function: 'tanh', columns })
    const [code] = await session.fingerprints([text])
    return { kind: 'answered', values, isCompared: code !== undefined }
  } finally {
    await session.close()
  }
}

describe('an answer beside something large', () => {
  it.each(Object.entries(LARGE))('is answered: %s', async (_, large) => {
    const text = ANSWER + large
    expect(text.length).toBeLessThanOrEqual(SOURCE_LIMITS.sourceLength)
    expect(await loadAndAsk(text)).toEqual({
      kind: 'answered',
      values: Float64Array.of(Math.tanh(-2), Math.tanh(0.5)),
      isCompared: true,
    })
  })
})

describe('what is too much', () => {
  it('is said at the bracket with which it is', async () => {
    const large = `const a = ${nested(
      700,
      '(',
      lines(15_000, () => '1', ','),
      ')',
    )}`
    expect(await loadAndAsk(ANSWER + large)).toMatchObject({
      cause: 'forbidden',
      message: expect.stringMatching(/^brackets within brackets enclose \d+ characters/),
      place: { file: 'a.ts', line: expect.any(Number) },
      advice: expect.any(String),
    })
  })

  it('is said at the first level that is too deep', async () => {
    const large = `const a = ${'(\n'.repeat(1200)}1${'+1)'.repeat(1200)}`
    expect(await loadAndAsk(ANSWER + large)).toMatchObject({
      cause: 'forbidden',
      message: expect.stringMatching(/^expressions are nested \d+ levels deep; 1500 are allowed$/),
      place: { line: expect.any(Number) },
    })
  })

  it('is said of files together', async () => {
    const names = list(5, (k) => `./m${k}.ts`)
    const siblings = Object.fromEntries(
      names.map((name) => [name.slice(2), list(1380, () => `// ${name.repeat(6)}`).join('\n')]),
    )
    const text = names.map((name) => `import '${name}'\n`).join('') + ANSWER
    expect(await loadAndAsk(text, siblings)).toMatchObject({
      cause: 'forbidden',
      message: expect.stringContaining(`${SOURCE_LIMITS.length} characters together`),
    })
  })
})
