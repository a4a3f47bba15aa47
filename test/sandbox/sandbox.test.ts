import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { LoadResult, Session, SubmissionSource } from '../../src/session.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

const NAMESPACE = 'namespace N { export const f = (x: number) => 2 * x }'

describe('a submission in the sandbox', () => {
  test('gives the values of its functions', async () => {
    const session = await loaded('export function tanh(x: number): number { return Math.tanh(x) }')
    const { values } = await session.evaluate({ function: 'tanh', columns: [column(0, 1, -2)] })
    expect([...values]).toEqual([0, Math.tanh(1), Math.tanh(-2)])
    await session.close()
  })

  test('is asked everything again where it keeps something between calls', async () => {
    const session = await loaded(
      'let calls = 0\nexport function f(x: number) { return ++calls > 5000 ? x + 1 : x }',
      ['f'],
    )
    const points = Float64Array.from({ length: 4096 }, (_, i) => i)
    const { unstable } = await session.evaluate({ function: 'f', columns: [points] })
    expect(unstable).toMatchObject({ first: expect.any(Number), second: expect.any(Number) })
    await session.close()
  })

  test('keeps the values of many points while long loops are watched', async () => {
    const session = await loaded(
      'export function f(x: number) { let s = 0; for (let i = 0; i < 1000; i++) s += 1; return s * x }',
      ['f'],
    )
    const points = Float64Array.from({ length: 4096 }, (_, i) => i)
    const { values, ended } = await session.evaluate({ function: 'f', columns: [points] })
    expect(ended).toBeUndefined()
    expect(values).toEqual(points.map((x) => 1000 * x))
    await session.close()
  })

  test.each([
    ['turns of a loop', 'for (let k = 0; k < 9e5; k++) s += 1'],
    ['memory', 'const all = []; for (let k = 0; k < 4e5; k++) all.push(x * k); s = all.length'],
  ])('has all its functions where following one on letters takes too much: %s', async (_, work) => {
    const session = await loaded(
      `export function f(x: number) { let s = 0; ${work}; return s + x }
      export function g(x: number) { return 2 * x }`,
      ['f', 'g'],
    )
    for (const name of ['f', 'g']) {
      const { ended, values } = await session.evaluate({ function: name, columns: [column(3)] })
      expect([ended, values.length, values.some(Number.isNaN)]).toEqual([undefined, 1, false])
    }
    await session.close()
  })

  test.each([
    ['a function declaration', 'export function f(x: number) { return 2 * x }'],
    ['an arrow constant', 'export const f = (x: number): number => 2 * x'],
    ['an alias', 'const g = (x: number) => 2 * x\nexport { g as f }'],
    ['a default object', 'export default { f: (x: number) => 2 * x }'],
    [
      'a default object with a method',
      'export default { two: 2, f(x: number) { return this.two * x } }',
    ],
    [
      'a class static',
      'export class A { static two = 2; static f(x: number) { return this.two * x } }',
    ],
    [
      'an object map',
      'export const activations: Record<string, (x: number) => number> = { f: (x) => 2 * x }',
    ],
    ['a default function', 'export default function f(x: number) { return 2 * x }'],
    ['a getter of a default object', 'export default { get f() { return (x: number) => 2 * x } }'],
    [
      'a getter of a class',
      'export class A { static two = 2; static get f() { return (x: number) => this.two * x } }',
    ],
    [
      'a method of an instance',
      'export default new (class { two = 2; f(x: number) { return this.two * x } })()',
    ],
    [
      'an inherited method',
      'class A { f(x: number) { return 2 * x } }\nclass B extends A {}\nexport const b = new B()',
    ],
    [
      'an inherited static',
      'class A { static f(x: number) { return 2 * x } }\nexport class B extends A {}',
    ],
    ['a key of an enum', "enum K { F = 'f' }\nexport default { [K.F]: (x: number) => 2 * x }"],
    ['an alias of a part of a namespace', `${NAMESPACE}\nexport import f = N.f`],
    ['a namespace as the default', `${NAMESPACE}\nexport { N as default }`],
    ['export =', 'const f = (x: number) => 2 * x\nexport = { f }'],
    [
      'CommonJS as compilers write it',
      'Object.defineProperty(exports, "f", { enumerable: true, get: () => f })\nfunction f(x) { return 2 * x }',
    ],
    ['CommonJS, assigned together', 'Object.assign(module.exports, { f: (x) => 2 * x })'],
    ['CommonJS, under another name', 'const e = exports\ne.f = (x) => 2 * x'],
    ['CommonJS', 'module.exports = { f: (x) => 2 * x }'],
    ['CommonJS exports', 'exports.f = (x) => 2 * x'],
    ['a namespace', `${NAMESPACE}\nexport const f = N.f`],
    ['an enum', 'enum K { One = 1, Two }\nexport const f = (x: number) => K.Two * x'],
    [
      'parameter properties',
      'class S { constructor(private k: number) {}\n of(x: number) { return this.k * x } }\nconst s = new S(2)\nexport const f = (x: number) => s.of(x)',
    ],
    ['closures', 'const times = (k: number) => (x: number) => k * x\nexport const f = times(2)'],
  ])('is found as %s', async (_style, text) => {
    const session = await loaded(text, ['f'])
    const { values, faults, ended } = await session.evaluate({
      function: 'f',
      columns: [column(3)],
    })
    expect({ values: [...values], faults, ended }).toEqual({
      values: [6],
      faults: [],
      ended: undefined,
    })
    await session.close()
  })

  test('what looks like a missing one is nothing that is asked for, where there is other', async () => {
    const session = sandbox.session()
    const missing = async (text: string) => {
      const wanted = ['tanh', 'dtanh'].map((name) => ({ name, arguments: ['x'], symbolic: true }))
      const result = await session.load({ file: 'a.ts', text, siblings: {} }, wanted)
      return result.kind === 'loaded' ? result.functions.dtanh : result
    }
    const tanh = 'export const tanh = (x: number) => Math.tanh(x)\n'
    const one = 'export const slope = (x: number) => 1'
    const kind = 'missing'
    expect(await missing(tanh)).toMatchObject({ kind, near: ['tanh'], spare: [] })
    expect(await missing(tanh + one)).toMatchObject({ kind, near: [], spare: ['slope'] })
    const both = `${tanh}${one}, dtnah = slope`
    expect(await missing(both)).toMatchObject({ kind, near: ['dtnah'], spare: ['dtnah', 'slope'] })
    await session.close()
  })

  test.each([
    ['a getter that throws', 'export default { get f() { throw new Error("not yet") } }'],
    ['a getter of a number', 'export default { get f() { return 2 } }'],
    ['a method that every object has', 'export default {}', 'toString'],
    ['a method of the instances of a class', 'export class A { f(x: number) { return 2 * x } }'],
    [
      'two methods of one name',
      'export const a = { get f() { return (x: number) => 2 * x } }, b = { f: (x: number) => x }',
    ],
  ])('is not found as %s', async (_style, text, name = 'f') => {
    const session = sandbox.session()
    const wanted = [{ name, arguments: ['x'], symbolic: true }]
    const result = await session.load({ file: 'a.ts', text, siblings: {} }, wanted)
    expect(result).toMatchObject({ kind: 'loaded', functions: { [name]: { kind: 'missing' } } })
    await session.close()
  })

  test('may import its siblings', async () => {
    const text =
      "import { two } from './lib/two'\nimport type { T } from 'x'\nexport const f = (x: number) => two * x"
    const session = await loaded(text, ['f'], {
      'lib/two.ts': "export { two } from '../one.js'",
      'one.ts': 'export const two: number = 2',
    })
    const { values } = await session.evaluate({ function: 'f', columns: [column(3)] })
    expect([...values]).toEqual([6])
    await session.close()
  })

  test('is told where it threw', async () => {
    const session = await loaded(
      'export function f(x: number): number {\n  if (x > 0) throw new RangeError("too big")\n  return x\n}',
      ['f'],
    )
    const { values, faults, faultCount } = await session.evaluate({
      function: 'f',
      columns: [column(-1, 1)],
    })
    expect([...values]).toEqual([-1, Number.NaN])
    expect(faultCount).toBe(1)
    expect(faults[0]).toMatchObject({
      index: 1,
      kind: 'threw',
      message: 'RangeError: too big',
      place: { line: 2, text: '  if (x > 0) throw new RangeError("too big")' },
    })
    await session.close()
  })

  test('does not finish where it loops, and its other functions are still judged', async () => {
    const session = await loaded(
      'export const f = (x: number) => { while (x > 0) {} return 1 }\nexport const g = () => 2',
      ['f', 'g'],
    )
    const looping = await session.evaluate({ function: 'f', columns: [column(-1, 1, -1)] })
    expect([...looping.values]).toEqual([1, Number.NaN, Number.NaN])
    expect(looping.ended).toMatchObject({ cause: 'did-not-finish' })
    const other = await session.evaluate({ function: 'g', columns: [column(5)] })
    expect([...other.values]).toEqual([2])
    await session.close()
  })

  test('is ended from outside where it never polls', async () => {
    const session = await loaded(
      'export const f = () => new Array(2 ** 32 - 1).indexOf(1)\nexport const g = () => 2',
      ['f', 'g'],
    )
    const looping = await session.evaluate({ function: 'f', columns: [column(1)] })
    expect(looping.ended).toMatchObject({ cause: 'did-not-finish' })
    const other = await session.evaluate({ function: 'g', columns: [column(5)] })
    expect([...other.values]).toEqual([2])
    await session.close()
  })
})

describe('what is evaluated along with the load', () => {
  const wanted = ['f', 'g'].map((name) => ({ name, arguments: ['x'], symbolic: true }))
  const requests = ['f', 'g'].map((name) => ({ function: name, columns: [column(1, 2, 3)] }))

  const evaluatedBy = async (text: string, ahead: boolean) => {
    const session = sandbox.session()
    const source = { file: 'a.ts', text, siblings: {} }
    const load = await session.load(source, wanted, ahead ? requests : [])
    const results = []
    const asked = requests.filter(
      (request) => load.kind === 'loaded' && load.functions[request.function]?.kind === 'function',
    )
    for (const request of asked) results.push(await session.evaluate(request))
    await session.close()
    return { load, results }
  }

  test.each([
    ['numbers', 'export const f = (x: number) => x * x\nexport const g = (x: number) => 1 / x'],
    ['what throws', 'export const f = () => { throw new Error("no") }\nexport const g = () => "1"'],
    ['a missing function', 'export const f = (x: number) => x'],
    ['an endless loop', 'export const f = () => { for (;;); }\nexport const g = () => 2'],
    [
      'what crashes its thread',
      'export const f = () => new Array(2 ** 32 - 1).indexOf(1)\nexport const g = () => 2',
    ],
    [
      'a call without end',
      'export const f = (x: number): number => f(x)\nexport const g = () => 2',
    ],
  ])('is the same as when it is asked for later: %s', async (_, text) => {
    const [one, other] = [await evaluatedBy(text, true), await evaluatedBy(text, false)]
    expect(one.load).toEqual(other.load)
    expect(one.results).toEqual(other.results)
  })
})

function column(...values: number[]): Float64Array {
  return Float64Array.from(values)
}

async function loaded(
  text: string,
  names = ['tanh'],
  siblings: SubmissionSource['siblings'] = {},
): Promise<Session> {
  const session = sandbox.session()
  const wanted = names.map((name) => ({ name, arguments: ['x'], symbolic: true }))
  const result: LoadResult = await session.load({ file: 'a.ts', text, siblings }, wanted)
  expect(result).toMatchObject({
    kind: 'loaded',
    functions: Object.fromEntries(names.map((name) => [name, { kind: 'function' }])),
  })
  return session
}

describe('a function of structured data', () => {
  test('takes and gives vectors, matrices, objects and special numbers', async () => {
    const session = await loaded(
      'export const f = (m: number[][], o: any) => ({ t: m[0].map((_, j) => m.map((row) => row[j])), o, n: [NaN, -0, 1 / 0], v: Float64Array.of(1, 2), s: "x", b: true, z: null })',
      ['f'],
    )
    const { results } = await session.call({
      function: 'f',
      calls: [
        [
          [
            [1, 2],
            [3, '-0'],
          ],
          { 'b c': 'NaN' },
        ],
      ],
    })
    expect(results[0]).toEqual({
      kind: 'returned',
      value: {
        t: [
          [1, 3],
          [2, '-0'],
        ],
        o: { 'b c': 'NaN' },
        n: ['NaN', '-0', 'Infinity'],
        v: [1, 2],
        s: 'x',
        b: true,
        z: null,
      },
    })
    await session.close()
  })

  test.each([
    ['undefined', 'undefined', '', 'undefined'],
    ['a hole', '[[1], [, 2]]', '[1][0]', 'undefined'],
    ['a function in an object', '({ W1: [[() => 1]] })', 'W1[0][0]', 'a function'],
    ['a promise', 'Promise.resolve(1)', '', 'a Promise'],
    [
      'an endless list',
      'new Array(4e9)',
      '',
      'an array of 4000000000 elements, where at most 4096 are looked at',
    ],
    [
      'a cycle',
      '(() => { const a: any[] = []; a.push(a); return a })()',
      '[0]'.repeat(33),
      'nested more than 32 levels deep',
    ],
  ])('that gives %s is told where', async (_what, expression, where, found) => {
    const session = await loaded(`export const f = () => ${expression}`, ['f'])
    expect(await session.call({ function: 'f', calls: [[]] })).toEqual({
      results: [{ kind: 'not-data', where, found }],
    })
    await session.close()
  })

  test('cannot pass a word off as a number', async () => {
    const session = await loaded('export const f = () => "NaN"', ['f'])
    expect(await session.call({ function: 'f', calls: [[]] })).toEqual({
      results: [{ kind: 'returned', value: '"NaN" (a string)' }],
    })
    await session.close()
  })

  test('that counts its calls is told apart', async () => {
    const session = await loaded('let n = 0\nexport const f = () => [++n]', ['f'])
    expect(await session.call({ function: 'f', calls: [[]] })).toEqual({
      results: [{ kind: 'returned', value: [1] }],
      memory: { arguments: [], alone: [1], later: [2] },
    })
    await session.close()
  })

  test('may return an object with methods, which a program drives', async () => {
    const session = await loaded(
      `export function leaf(value: number) {
      const self = { value, grad: 0, backward(u: number) { self.grad += self.value > 0 ? u : 0 }, zeroGrad() { self.grad = 0 } }
      return self
    }`,
      ['leaf'],
    )
    const result = await session.program({
      function: 'leaf',
      steps: [
        { do: 'call', function: 'leaf', arguments: [{ data: 3 }], as: 'a' },
        { do: 'method', of: 'a', name: 'backward', arguments: [{ data: 2 }] },
        { do: 'method', of: 'a', name: 'backward', arguments: [{ data: 2 }] },
        { do: 'read', of: 'a', name: 'grad' },
        { do: 'method', of: 'a', name: 'zeroGrad', arguments: [] },
        { do: 'read', of: 'a', name: 'grad' },
      ],
    })
    expect(result).toEqual({ kind: 'returned', values: [null, null, null, 4, null, 0] })
    const missing = await session.program({
      function: 'leaf',
      steps: [
        { do: 'call', function: 'leaf', arguments: [{ data: 3 }], as: 'a' },
        { do: 'method', of: 'a', name: 'step', arguments: [] },
      ],
    })
    expect(missing).toMatchObject({
      kind: 'fault',
      cause: 'crashed',
      step: 1,
      message: 'TypeError: a.step is not a function but undefined',
    })
    await session.close()
  })
})

describe('memory and stack', () => {
  test.each([
    [
      'arrays',
      'export const f = () => { const a: any[] = []; for (;;) a.push(new Array(1000).fill(0)) }',
    ],
    ['strings', 'export const f = () => "x".repeat(1e8).length'],
    ['buffers', 'export const f = () => new ArrayBuffer(1e9).byteLength'],
    ['doubling', 'export const f = () => { let s = "ab"; for (;;) s += s }'],
  ])('that %s would use up are refused', async (_what, text) => {
    const session = await loaded(text, ['f'])
    const result = await session.evaluate({ function: 'f', columns: [column(1)] })
    expect(result.ended).toMatchObject({ cause: 'out-of-memory' })
    await session.close()
  })

  const FILL = 'const a: any[] = []; for (;;) a.push(new Array(1e4).fill(x))'
  const SLOWLY = 'for (let k = 0; k < 2e4; k++) n += k'

  test.each([
    ['thrown', FILL],
    ['caught', `try { ${FILL} } catch { ${SLOWLY} }`],
  ])(
    'used up at one point are not used up at each further one: the refusal is %s',
    async (_, body) => {
      const session = await loaded(
        `let n = 0\nexport const f = (x: number) => { if (x === 3) { ${body} } return x }`,
        ['f'],
      )
      const xs = column(...Array.from({ length: 100 }, (_, k) => k))
      const { ended, values } = await session.evaluate({ function: 'f', columns: [xs] })
      expect(ended).toMatchObject({ cause: 'out-of-memory' })
      expect([...values.keys()].filter((k) => values[k] === k)).toEqual([0, 1, 2])
      await session.close()
    },
  )

  test.each([
    ['never ends at one', 'if (x === 3) for (;;);', 'did-not-finish', 3],
    ['fills memory at one', `if (x === 3) { ${FILL} }`, 'out-of-memory', 3],
    ['is slow at each', 'for (let k = 0; k < 6e5; k++);', 'did-not-finish', undefined],
    [
      'keeps more at each',
      'for (let k = 0; k < 2e4; k++) kept.push([k])',
      'out-of-memory',
      undefined,
    ],
  ])('the point is blamed where it is to blame: what %s', async (_, body, cause, endedAt) => {
    const text = `const kept: any[] = []\nexport const f = (x: number) => { ${body}; return x }`
    const session = await loaded(text, ['f'])
    const xs = column(...Array.from({ length: 100 }, (_, k) => k))
    const result = await session.evaluate({ function: 'f', columns: [xs] })
    expect([result.ended?.cause, result.endedAt]).toEqual([cause, endedAt])
    await session.close()
  })

  test('that recursion uses up is said in words', async () => {
    const session = await loaded('export const f = (x: number): number => f(x) + 1', ['f'])
    const result = await session.evaluate({ function: 'f', columns: [column(1)] })
    expect(result.faults[0]?.message).toBe(
      'the call stack overflowed: a function calls itself without end',
    )
    await session.close()
  })

  test('suffice for a thousand calls deep', async () => {
    const session = await loaded(
      'export const f = (x: number): number => x <= 0 ? 0 : 1 + f(x - 1)',
      ['f'],
    )
    const result = await session.evaluate({ function: 'f', columns: [column(1000)] })
    expect(result).toMatchObject({ faults: [], values: column(1000) })
    await session.close()
  })
})
