import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSandbox } from '../../../src/node/sandbox.ts'
import { createEngine, type Engine } from '../../../src/sandbox/engine.ts'
import { GUEST_PRELUDE } from '../../../src/sandbox/guest-prelude.ts'
import { LIMITS } from '../../../src/sandbox/limits.ts'
import type { PolicyRule } from '../../../src/session.ts'

/** What reflection can ask of a function. Everything is text in the end. */
const OF_A_FUNCTION: readonly string[] = [
  'F.name',
  'F.length',
  'String(F)',
  'Function.prototype.toString.call(F)',
  'typeof F',
  'Object.prototype.toString.call(F)',
  'Reflect.ownKeys(F).map(String).join()',
  'JSON.stringify(Object.getOwnPropertyDescriptors(F))',
  'Object.getPrototypeOf(F) === Function.prototype',
  'Object.isExtensible(F)',
  'Object.isFrozen(F)',
  "'prototype' in F",
  "(() => { try { new F(1); return 'made' } catch (e) { return String(e) } })()",
  "(() => { try { class C extends F {}; return 'made' } catch (e) { return String(e) } })()",
  "(() => { try { return Reflect.construct(F, []) + '' } catch (e) { return String(e) } })()",
  '[0, -0, 0.5, -1, 710, 1e300, NaN, Infinity].map((x) => { try { return Object.is(F(x), -0) ? "-0" : String(F(x)) } catch (e) { return String(e) } }).join()',
  '(() => { try { return String(F()) } catch (e) { return String(e) } })()',
  "(() => { try { return String(F(Symbol('s'))) } catch (e) { return String(e) } })()",
  '(() => { try { return String(F(1n)) } catch (e) { return String(e) } })()',
  // In which order arguments are asked for their numbers, and from how deep.
  "(() => { const log = []; const p = (n) => new Proxy({}, { get(_, k) { log.push(n + String(k)); return k === Symbol.toPrimitive ? () => 0.5 : undefined } }); try { F(p('a'), p('b'), p('c')) } catch (e) { log.push(String(e)) } return log.join() })()",
  "(() => { let s = ''; try { F({ valueOf() { s = new Error('in').stack; return 1 } }) } catch (e) { s += e } return s })()",
  "(() => { try { F({ valueOf() { throw new TypeError('out') } }) } catch (e) { return String(e.stack) } return 'none' })()",
  // How deep calls may go through it: a layer more would show.
  '(() => { let n = 0; const down = () => { n++; F({ valueOf() { down(); return 1 } }) }; try { down() } catch {} return n })()',
  '(() => { const g = F; delete F.name; const s = g.name; return String(s) })()',
]

const OF_MATH: readonly string[] = [
  'Object.getOwnPropertyNames(Math).join()',
  'JSON.stringify(Object.getOwnPropertyDescriptors(Math))',
  'Reflect.ownKeys(Math).map(String).join()',
  'String(Math)',
  'Object.isExtensible(Math)',
  'Object.getOwnPropertyNames(Math).filter((n) => typeof Math[n] === "function").map((n) => Math[n].name === n).join()',
  'new Set(Object.values(Object.getOwnPropertyDescriptors(Math)).map((d) => d.value)).size',
  '[eval.name, eval.length, String(eval), Function.name, Function.length, String(Function)].join("|")',
  'JSON.stringify(Object.getOwnPropertyDescriptors(eval))',
  "[typeof eval('1'), (0, eval)('this === globalThis'), new Function('a', 'return a + 1')(1)].join()",
  '(() => { try { eval("(") } catch (e) { return String(e.stack) } })()',
  '(() => {}).constructor === Function',
  'Object.getOwnPropertyNames(globalThis).join()',
  '(() => { let n = 0; const down = () => { n++; down() }; try { down() } catch {} return n })()',
  '(() => { let n = 0; const down = () => { n++; eval("down()") }; try { down() } catch {} return n })()',
  "(() => { let s = ''; [1].map(() => { s = new Error('x').stack }); return s })()",
  '[1, 2, 3].map(Math.sqrt).concat(Math.max(...[1, 2]), Math.min(), Math.hypot(3, 4), Math.atan2(1, 2), Math.pow(2, 0.5), Math.imul(3, 4), Math.fround(0.1), Math.clz32(1)).join()',
]

const hooks = {
  interrupt: () => false,
  resolve: () => undefined,
  source: () => undefined,
  host: () => '',
  goesOn: () => undefined,
}

async function engineOf(file: string): Promise<Engine> {
  const wasm = await WebAssembly.compile(await readFile(file))
  // As much memory as the package declares: the one that records was given less.
  const engine = await createEngine(wasm, { ...LIMITS, initialPages: 256 }, hooks)
  engine.call(engine.script(GUEST_PRELUDE).value, [engine.hostFunction('goesOn')])
  return engine
}

const answer = (engine: Engine, code: string) => {
  const done = engine.script(`String(${code})`)
  return `${done.kind}: ${engine.text(done.value)}`
}

describe('an engine that keeps a record looks like one that keeps none', () => {
  let recording: Engine
  let plain: Engine
  beforeAll(async () => {
    recording = await engineOf('dist/quickjs.wasm')
    plain = await engineOf(
      createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'),
    )
  })

  it.each(OF_MATH)('asked for %s', (code) => {
    expect(answer(recording, code)).toBe(answer(plain, code))
  })

  it('asked about every function of Math', () => {
    const names = answer(
      plain,
      "Object.getOwnPropertyNames(Math).filter((n) => typeof Math[n] === 'function').join()",
    )
    for (const name of names.replace('value: ', '').split(',')) {
      for (const probe of OF_A_FUNCTION) {
        const code = probe.replaceAll(/\bF\b/g, `Math.${name}`)
        expect([code, answer(recording, code)]).toEqual([code, answer(plain, code)])
      }
    }
  })

  it('but keeps one', () => {
    expect(recording.takeRecord().bits).not.toBe(0n)
    expect(() => plain.takeRecord()).toThrow('no record is kept')
  })
})

describe('a function that is inspected sees what any other sees', () => {
  const sandbox = openSandbox()
  afterAll(() => sandbox.close())
  const probes = [
    ...OF_MATH,
    ...OF_A_FUNCTION.map((probe) => probe.replaceAll(/\bF\b/g, 'Math.tanh')),
  ]
  const text = `export const f = (): string[] => [${probes.map((code) => `String(${code})`).join(',\n')}]
export const g = (x: number): number => Math.tanh(x)`
  const RULES: readonly PolicyRule[] = [{ rule: 'no-math' }, { rule: 'no-nesting' }]

  async function seen(rules: readonly PolicyRule[] | undefined) {
    const session = sandbox.session()
    const wanted = ['f', 'g'].map((name) => ({ name, arguments: ['x'], symbolic: true }))
    await session.load({ file: 'a.ts', text: `// @ts-nocheck\n${text}`, siblings: {} }, wanted)
    const first = await session.call({ function: 'f', calls: [[]], alone: true })
    const calls = []
    for (let k = 0; k < 3; k++) {
      if (rules) await session.inspect({ function: 'f', rules })
      calls.push(await session.call({ function: 'f', calls: [[]] }))
    }
    const { values } = await session.evaluate({ function: 'g', columns: [Float64Array.of(1, 2)] })
    await session.close()
    return { first, calls, values: [...values] }
  }

  it('before and after, with rules and without', async () => {
    const [without, with_] = [await seen(undefined), await seen(RULES)]
    expect(without.first.results[0]).toMatchObject({ kind: 'returned' })
    expect(with_).toEqual(without)
  })
})
