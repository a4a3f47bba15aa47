import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { createEngine, type Engine, restoreEngine } from '../../src/sandbox/engine.ts'
import { decodeImage, encodeImage } from '../../src/sandbox/guest-image.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'

const hooks = {
  interrupt: () => false,
  resolve: () => undefined,
  source: () => undefined,
  host: () => '',
  goesOn: () => undefined,
}

const wasm = readFile(join(packageRoot(), 'dist', 'quickjs.wasm')).then((bytes) =>
  WebAssembly.compile(bytes),
)

const answer = (engine: Engine, code: string) => engine.text(engine.script(code).value)

describe('an image of an engine', () => {
  it('reads as it was written, whatever its parts', () => {
    const address = fc.nat({ max: 2 ** 32 - 1 })
    const part = fc.record({ at: address, bytes: fc.uint8Array() })
    const images = fc.record({
      engine: fc.record({
        parts: fc.array(part),
        runtime: address,
        context: address,
        undefined: address,
      }),
      harness: address,
      symbolic: fc.record({ realm: address, harness: address, runtime: address }),
      natives: fc.array(fc.stringMatching(/^[a-z]\w*$/)),
    })
    fc.assert(
      fc.property(images, (one) => {
        const read = decodeImage(encodeImage(one))
        const parts = read.engine.parts.map(({ at, bytes }) => ({
          at,
          bytes: Uint8Array.from(bytes),
        }))
        expect({ ...read, engine: { ...read.engine, parts } }).toEqual(one)
      }),
      { seed: 7 },
    )
  })

  it('is refused where the file is too short, whatever lies around it in memory', () => {
    const around = Buffer.alloc(4096)
    for (const length of [0, 1, 8, 35]) {
      expect(() => decodeImage(around.subarray(100, 100 + length))).toThrow(RangeError)
    }
  })

  it('goes on where it was taken, and its copies share nothing', async () => {
    const first = await createEngine(await wasm, LIMITS, hooks)
    first.script('globalThis.kept = [1, 2, 3]')
    const image = first.image()
    first.script('kept.push(4)')
    const restore = async () => restoreEngine(await wasm, image, { limits: LIMITS, hooks })
    const [one, other] = [await restore(), await restore()]
    expect(answer(one, 'kept.push(5); kept.join()')).toBe('1,2,3,5')
    expect(answer(other, 'kept.join()')).toBe('1,2,3')
    expect(answer(other, '[0.1 + 0.2, Math.tanh(0.5), "ä".codePointAt(0)].join()')).toBe(
      answer(first, '[0.1 + 0.2, Math.tanh(0.5), "ä".codePointAt(0)].join()'),
    )
  })
})
