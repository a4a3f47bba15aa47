import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../src/package-root.ts'
import { type Engine, restoreEngine } from '../../../src/sandbox/engine.ts'
import { decodeImage } from '../../../src/sandbox/guest-image.ts'
import { LIMITS } from '../../../src/sandbox/limits.ts'

const hooks = {
  interrupt: () => false,
  resolve: () => undefined,
  source: () => undefined,
  host: () => '',
  goesOn: () => undefined,
}
const dist = (name: string) => readFile(join(packageRoot(), 'dist', name))
const wasm = dist('quickjs.wasm').then((bytes) => WebAssembly.compile(bytes))
const image = dist('quickjs.image').then(decodeImage)

async function freshEngine(): Promise<Engine> {
  return restoreEngine(await wasm, (await image).engine, { limits: LIMITS, hooks })
}

async function recordOf(code: string): Promise<{ natives: string[]; compiled: boolean }> {
  const engine = await freshEngine()
  const done = engine.script(code)
  if (done.kind === 'thrown') throw new Error(`${code} threw`)
  const { bits, compiled } = engine.takeRecord()
  const { natives } = await image
  return { natives: natives.filter((_, bit) => (bits >> BigInt(bit)) & 1n), compiled }
}

const functionsOfMath =
  "Object.getOwnPropertyNames(Math).filter((n) => typeof Math[n] === 'function').join()"

describe('the record that the engine keeps', () => {
  it('knows every native of Math by its own name, and no other', async () => {
    const engine = await freshEngine()
    const names = engine.text(engine.script(functionsOfMath).value).split(',')
    expect(names.length).toBeGreaterThan(35)
    for (const name of names) {
      // The harness has put dice of its own in the place of this one.
      const expected = name === 'random' ? [] : [name]
      const call = name === 'sumPrecise' ? 'Math.sumPrecise([1, 2])' : `Math.${name}(0.5, 0.25)`
      expect([name, (await recordOf(call)).natives]).toEqual([name, expected])
    }
  })

  it.each([
    ['an alias', 'const f = Math.tanh; f(1)'],
    ['a computed name', "Math[['ta', 'nh'].join('')](1)"],
    ['Reflect', "Reflect.apply(Reflect.get(Math, 'tanh'), undefined, [1])"],
    ['a descriptor', "Object.getOwnPropertyDescriptor(Math, 'tanh').value(1)"],
    ['a callback', '[1].map(Math.tanh)'],
    ['a bound function', 'Math.tanh.bind(null, 1)()'],
    ['a proxy', 'new Proxy(Math.tanh, {})(1)'],
    ['a getter', 'const o = { get t() { return Math.tanh(1) } }; o.t'],
    ['a tag', 'Math.tanh`1`'],
    ['a coercion', 'Math.abs; +{ valueOf: () => Math.tanh(1) }'],
    ['a sort', '[3, 1].sort((a, b) => Math.tanh(a) - Math.tanh(b))'],
    ['a replacement', "'1'.replace(/1/, Math.tanh)"],
    ['a generator', 'const g = (function* () { yield Math.tanh(1) })(); g.next()'],
    ['a copy that outlives the original', 'const t = Math.tanh; delete Math.tanh; t(1)'],
    ['call.call', 'Function.prototype.call.call(Math.tanh, null, 1)'],
  ])('sees a call through %s', async (_how, code) => {
    expect(await recordOf(code)).toEqual({ natives: ['tanh'], compiled: false })
  })

  it.each([
    ['reading it', 'Math.tanh'],
    ['asking its name', 'Math.tanh.name + Math.tanh.length + Math.tanh'],
    ['an operator', '2 ** 0.5'],
    ['one of the same name', 'const tanh = (x) => x; tanh(1)'],
  ])('sees no call in %s', async (_what, code) => {
    expect(await recordOf(code)).toEqual({ natives: [], compiled: false })
  })

  it.each([
    ['eval', "eval('1')"],
    ['indirect eval', "(0, eval)('1')"],
    ['Function', "Function('return 1')"],
    ['the constructor of a function', "(() => {}).constructor('return 1')"],
    ['the constructor of a generator', "Object.getPrototypeOf(function* () {}).constructor('')"],
    ['the constructor of an async function', "(async () => {}).constructor('')"],
    ['Reflect.construct', "Reflect.construct(Function, ['return 1'])"],
  ])('sees that text becomes code by %s', async (_how, code) => {
    expect((await recordOf(code)).compiled).toBe(true)
  })

  it('is forgotten when it is taken', async () => {
    const engine = await freshEngine()
    engine.script("Math.tanh(eval('1'))")
    expect(engine.takeRecord()).toMatchObject({ compiled: true, bits: expect.any(BigInt) })
    expect(engine.takeRecord()).toEqual({ bits: 0n, compiled: false })
  })
})
