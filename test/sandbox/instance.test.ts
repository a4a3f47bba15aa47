import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { type Engine, restoreEngine } from '../../src/sandbox/engine.ts'
import { decodeImage } from '../../src/sandbox/guest-image.ts'
import { fill, type Instance, instantiate, restore } from '../../src/sandbox/instance.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'
import { Reader, readSections, SECTION } from '../../src/sandbox/recorder/wasm-binary.ts'

const hooks = {
  interrupt: () => false,
  resolve: () => undefined,
  source: () => undefined,
  host: () => 'asked',
  goesOn: () => undefined,
}
const file = readFile(join(packageRoot(), 'dist', 'quickjs.wasm'))
const wasm = file.then((bytes) => WebAssembly.compile(bytes))
const image = readFile(join(packageRoot(), 'dist', 'quickjs.image')).then(decodeImage)

/** What somebody may do who wants to be found by the next one. */
const TRACES = [
  'globalThis.kept = "secret"',
  'Math.tanh = () => 7',
  'Array.prototype.map = null',
  'Object.prototype.kept = 1',
  'globalThis.kept = Array.from({ length: 2000 }, (_, i) => ({ i, text: "secret" + i }))',
  'const bytes = new Uint8Array(300000).fill(173); globalThis.kept = bytes',
  '(function deep(n) { return n === 0 ? 0 : 1 + deep(n - 1) })(700)',
  '(function deep() { return 1 + deep() })()',
  'eval("Math.cosh(1)"); new Function("return 1")()',
  'Symbol.for("kept"); globalThis[Symbol.for("kept")] = 1',
  'throw new Error("secret")',
  'globalThis.kept = "x".repeat(100000) + "secret"; delete globalThis.kept',
  'JSON.parse = JSON.stringify; Promise.resolve(1).then((x) => { globalThis.later = x })',
  'const big = 7n ** 900n; globalThis.big = big',
  '/(a+)+$/.test("a".repeat(18) + "b")',
]

const engineOf = async (used?: Instance) =>
  restoreEngine(await wasm, (await image).engine, { limits: LIMITS, hooks, used })

async function newInstance(): Promise<Instance> {
  const fresh = await instantiate(await wasm, LIMITS)
  fill(fresh, (await image).engine.parts)
  return fresh
}

const bytesOf = ({ memory }: Instance) => Buffer.from(memory.object.buffer)
const globalsOf = ({ globals }: Instance) => globals.map(({ variable }) => variable.value)

function leaveTraces(engine: Engine, traces: readonly string[]): void {
  for (const code of traces) engine.script(code)
  engine.newRealm().script('globalThis.kept = [1, 2, 3]')
  engine.fromBytes(new Uint8Array(4096).fill(90))
}

describe('an instance that is used again', () => {
  it('has not a byte and not a variable of what ran in it', async () => {
    const fresh = await newInstance()
    const some = fc.array(fc.constantFrom(...TRACES), { minLength: 1, maxLength: 6 })
    let used = (await engineOf()).end()
    await fc.assert(
      fc.asyncProperty(some, async (traces) => {
        const engine = await engineOf(used)
        leaveTraces(engine, traces)
        used = engine.end() as Instance
        expect(bytesOf(used).equals(bytesOf(fresh))).toBe(false)
        restore(used, (await image).engine.parts)
        expect(bytesOf(used).equals(bytesOf(fresh))).toBe(true)
        expect(globalsOf(used)).toEqual(globalsOf(fresh))
      }),
      { seed: 11, numRuns: 40 },
    )
  })

  it('even where somebody wrote all over its memory', async () => {
    const fresh = await newInstance()
    const used = (await engineOf()).end() as Instance
    bytesOf(used).fill(165)
    for (const { variable } of used.globals) {
      variable.value = typeof variable.value === 'bigint' ? 5n : 5
    }
    restore(used, (await image).engine.parts)
    expect(bytesOf(used).equals(bytesOf(fresh))).toBe(true)
    expect(globalsOf(used)).toEqual(globalsOf(fresh))
  })

  it('answers what a new one answers', async () => {
    const used = await engineOf()
    leaveTraces(used, TRACES)
    const code = '[typeof kept, Math.tanh(1), [1].map(String), typeof later, Math.random()].join()'
    const [again, fresh] = [await engineOf(used.end()), await engineOf()]
    expect(again.text(again.script(code).value)).toBe(fresh.text(fresh.script(code).value))
    expect(again.takeRecord()).toEqual(fresh.takeRecord())
  })

  it('is none whose memory grew, or that was refused more', async () => {
    const grown = await engineOf()
    grown.script('globalThis.kept = new Uint8Array(2 ** 23)')
    expect(grown.end()).toBeUndefined()
    const starved = await engineOf()
    starved.script('try { new Uint8Array(2 ** 28) } catch {}')
    expect(starved.end()).toBeUndefined()
  })

  it('is out of reach of the engine that it was of', async () => {
    const engine = await engineOf()
    const realm = engine.newRealm()
    engine.end()
    for (const ended of [engine, realm]) {
      expect(() => ended.script('1')).toThrow('this engine has ended')
      expect(() => ended.fromText('x')).toThrow('this engine has ended')
      expect(ended.end()).toBeUndefined()
    }
  })
})

it('every variable of the WebAssembly is one that is restored', async () => {
  const sections = readSections(await file)
  const variables = sections.find(({ id }) => id === SECTION.global)?.bytes ?? new Uint8Array()
  expect((await newInstance()).globals.length).toBe(new Reader(variables).number())
})
