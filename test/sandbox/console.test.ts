import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { LoadResult } from '../../src/session.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

async function load(text: string): Promise<LoadResult> {
  const wanted = [{ name: 'f', arguments: ['x'], symbolic: true }]
  return sandbox.session().load({ file: 'answer.ts', text, siblings: {} }, wanted)
}

async function printed(text: string): Promise<string> {
  const result = await load(`${text}\nexport const f = (x: number) => x`)
  return result.kind === 'loaded' ? result.output : result.message
}

/** What Node's console has; a few of its methods are its own. */
const METHODS = Object.keys(console).filter(
  (name) => !/^(_|context$|createTask$|Console$)/.test(name),
)

describe('console', () => {
  test('has every method of a console', async () => {
    const names = JSON.stringify(METHODS)
    const text = `console.log(${names}.filter((name) => typeof (console as any)[name] !== 'function'))`
    expect(await printed(text)).toBe('[]\n')
  })

  test.each(METHODS)('%s gives nothing, and is followed where it is called', async (name) => {
    const result = await load(
      `export const f = (x: number) => { const y = console.${name}('x'); return y === undefined ? 2 * x : 0 }`,
    )
    const f = result.kind === 'loaded' ? result.functions.f : undefined
    expect(f).toMatchObject({ kind: 'function', formula: { kind: 'formula' } })
  })

  test.each([
    ['console.log(1, true, "a", null, undefined, -0)', '1 true a null undefined -0\n'],
    ['console.log([1, [2, "b"]], { c: { d: 3n } })', "[ 1, [ 2, 'b' ] ] { c: { d: 3n } }\n"],
    ['const a: any = {}; a.a = a; console.log(a)', '<ref *1> { a: [Circular *1] }\n'],
    ['console.log({ get a() { throw 1 } }, () => 1)', '{ a: [Getter] } [Function (anonymous)]\n'],
    ['console.group("a")\nconsole.log(1)\nconsole.groupEnd()\nconsole.log(2)', 'a\n  1\n2\n'],
    ['console.count()\nconsole.count("b")\nconsole.count()', 'default: 1\nb: 1\ndefault: 2\n'],
    ['console.assert(true, 1)\nconsole.assert(false, 2)', 'Assertion failed 2\n'],
    ['console.table([[1, 2], [3]])', '0 │ [ 1, 2 ]\n1 │ [ 3 ]\n'],
    ['console.time()\nconsole.timeEnd()', 'default: not measured, a submission has no clock\n'],
    ['console.dir({ a: 1 })\nconsole.trace("here")', '{ a: 1 }\nTrace: here\n'],
  ])('prints what a beginner expects: %s', async (text, expected) => {
    expect(await printed(text)).toBe(expected)
  })

  test('prints no more than fits a report, and says how much more there was', async () => {
    const output = await printed('for (let i = 0; i < 5000; i++) console.log("line", i)')
    expect(output.length).toBeLessThan(9000)
    expect(output).toMatch(/… \(\d+ lines more\)\n$/)
  })
})

describe('structuredClone', () => {
  test('gives data back as it is, whatever data', async () => {
    const session = sandbox.session()
    const text = 'export const f = (v: unknown) => structuredClone(v)'
    const wanted = [{ name: 'f', arguments: ['v'], symbolic: false }]
    await session.load({ file: 'answer.ts', text, siblings: {} }, wanted)
    // Text that names a special number stands for that number where data crosses.
    const word = fc.string().filter((one) => !/^(NaN|-?Infinity|-0)$/.test(one))
    const { data } = fc.letrec<{ data: unknown }>((tie) => ({
      data: fc.oneof(
        { depthSize: 'small' },
        fc.boolean(),
        fc.constant(null),
        fc.integer(),
        word,
        fc.array(tie('data'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('data'), { maxKeys: 4 }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(data, async (value) => {
        const answers = await session.call({ function: 'f', calls: [[value as never]] })
        expect(answers).toMatchObject({ results: [{ kind: 'returned', value }] })
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  test.each([
    [
      'keeps cycles',
      'const a: any = { b: [] }; a.b.push(a); const c = structuredClone(a); c !== a && c.b[0] === c',
    ],
    [
      'copies deeply',
      'const a = { b: [1] }; const c = structuredClone(a); c.b.push(2); a.b.length === 1',
    ],
    [
      'knows maps, sets and typed arrays',
      'const c = structuredClone({ m: new Map([[1, new Set([2])]]), f: Float64Array.of(1, 2) }); c.m.get(1)!.has(2) && c.f[1] === 2',
    ],
    [
      'knows errors',
      'const c = structuredClone(new RangeError("far")); c instanceof Error && c.message === "far" && c.name === "RangeError"',
    ],
    [
      'refuses functions',
      'let r = false; try { structuredClone({ f: () => 1 }) } catch (e) { r = (e as Error).name === "DataCloneError" }; r',
    ],
    [
      'drops a class, as it is written',
      'class A { k = 1; m() {} }; const c = structuredClone(new A()); c.k === 1 && c.m === undefined',
    ],
  ])('%s', async (_what, text) => {
    const [last = ''] = text.split('; ').slice(-1)
    const program = `${text.slice(0, text.length - last.length)}console.log(${last})`
    expect(await printed(program)).toBe('true\n')
  })
})
