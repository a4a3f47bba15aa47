import { formatWithOptions } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { Output, OutputRun, Session } from '../../src/session.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

const scalar = [{ name: 'f', arguments: ['x'], symbolic: false }]

async function opened(text: string): Promise<Session> {
  const session = sandbox.session()
  const loaded = await session.load({ file: 'a.ts', text, siblings: {} }, scalar)
  expect(loaded.kind).toBe('loaded')
  return session
}

async function output(text: string, run: OutputRun = { arguments: [5] }): Promise<Output> {
  const session = await opened(text)
  return session.output({ function: 'f', run })
}

describe('what a function prints in one run', () => {
  test('is only what that run prints, and not what the file printed as it was loaded', async () => {
    const text =
      'console.log("loaded"); export function f(x: number) { console.warn("at", x); return x }'
    expect(await output(text)).toEqual({ text: 'at 5\n', dropped: 0 })
  })

  test('is the same however often it is asked, and takes nothing from later answers', async () => {
    const session = await opened(
      'let n = 0; export function f(x: number) { console.log(n++); return n }',
    )
    const run = { function: 'f', run: { arguments: [1] } }
    expect(await session.output(run)).toEqual({ text: '0\n', dropped: 0 })
    expect(await session.output(run)).toEqual({ text: '0\n', dropped: 0 })
    expect(session.record('f').asked).toBe(0)
    const { results } = await session.call({ function: 'f', calls: [[1]] })
    expect(results).toMatchObject([{ kind: 'returned', value: 1 }])
  })

  test.each([
    ['throws', 'console.log(x); throw new Error("no")', '5\n'],
    ['calls itself without end', 'console.log(x); return f(x)', /^(5\n){100}$/],
    ['never ends', 'for (;;) console.log(x)', /^(5\n){100}$/],
    [
      'asks for all memory',
      'console.log(x); const a = []; for (;;) a.push(new Float64Array(1e6))',
      '5\n',
    ],
  ])('is there where it %s', async (_what, body, expected) => {
    const { text } = await output(`export function f(x: number): number { ${body} }`)
    if (typeof expected === 'string') expect(text).toBe(expected)
    else expect(text).toMatch(expected)
  })

  test('comes out of the steps of a program', async () => {
    const text = `export function f(value: number) {
      return { value, add(x: number) { console.log(this.value, '+', x); this.value += x } }
    }`
    const steps = [
      { do: 'call', function: 'f', arguments: [{ data: 1 }], as: 'a' },
      { do: 'method', of: 'a', name: 'add', arguments: [{ data: 2 }], as: '_' },
      { do: 'method', of: 'a', name: 'add', arguments: [{ data: 3 }], as: '_' },
    ] as const
    expect(await output(text, { steps })).toEqual({ text: '1 + 2\n3 + 3\n', dropped: 0 })
  })

  test('shows a tensor by its shape and values, to which the program has no way', async () => {
    const text = `export function f(tf: any, x: any) {
      const text = \`\${x.shape}\` + (console.log(x, tf.mul(x, 2), tf.sum(x)) ?? '')
      console.log(text)
      return x
    }`
    const tensor = { shape: [2, 1], values: Float32Array.of(1.5, -0) }
    expect((await output(text, { tensors: [{ tensor }] })).text).toBe(
      'Tensor { shape: [ 2, 1 ], values: [ 1.5, -0 ] } Tensor { shape: [ 2, 1 ], values: [ 3, -0 ] } Tensor { shape: [], values: [ 1.5 ] }\n2,1\n',
    )
  })

  test('shows the first elements of a large tensor, and says how many more there are', async () => {
    const text = 'export function f(tf: any, x: any) { console.log(tf.tile(x, [100])); return x }'
    const tensor = { shape: [4], values: Float32Array.of(1, 2, 3, 4) }
    const { text: told } = await output(text, { tensors: [{ tensor }] })
    expect(told).toMatch(
      /^Tensor \{ shape: \[ 400 \], values: \[ 1, 2, .*, \.\.\. 376 more \] \}\n$/,
    )
  })
})

describe('a hostile console', () => {
  test.each([
    ['a getter', 'console.log({ get a() { for (;;); } })', '{ a: [Getter] }\n'],
    [
      'a toString',
      'console.log({ toString() { for (;;); } })',
      '{ toString: [Function: toString] }\n',
    ],
    [
      'an inspector',
      'console.log({ [Symbol.toPrimitive]() { for (;;); } })',
      /Symbol\(Symbol\.toPrimitive\)/,
    ],
    [
      'a prototype',
      'Object.prototype.toString = () => { for (;;); }; String.prototype.slice = Array.prototype.join = String.prototype.indexOf = () => { throw 1 }; console.log([1, "a"], { b: "c".repeat(300) })',
      /^\[ 1, 'a' \] \{ b: 'c{200}/,
    ],
    [
      'an error with a getter',
      'const e = new Error("a"); Object.defineProperty(e, "message", { get() { for (;;); } }); console.log(e)',
      'Error\n',
    ],
  ])('runs nothing of %s', async (_what, body, expected) => {
    const { text } = await output(`export function f(x: number) { ${body}; return x }`)
    if (typeof expected === 'string') expect(text).toBe(expected)
    else expect(text).toMatch(expected)
  })

  test.each([
    ['a million lines', 'for (let i = 0; i < 1e6; i++) console.log(i)', 100],
    [
      'one line of many',
      'console.log("\\n".repeat(3000)); console.log("a\\n".repeat(60)); console.log("b\\n".repeat(60))',
      100,
    ],
    ['long lines', 'for (let i = 0; i < 50; i++) console.log("x".repeat(1e5))', 5],
    ['a large array', 'console.log(Array.from({ length: 1e5 }, (_, i) => i))', 1],
  ])('is cut where nobody reads on: %s', async (_what, body, lines) => {
    const { text, dropped } = await output(`export function f(x: number) { ${body}; return x }`)
    expect(text.length).toBeLessThanOrEqual(8100)
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(lines)
    if (lines > 1) expect(dropped).toBeGreaterThan(0)
    else expect(text).toMatch(/\.\.\. \d+ more items \]\n$/)
  })
})

describe('values are written', () => {
  const word = fc
    .string({ unit: 'binary', maxLength: 20 })
    .filter((one) => !/^(NaN|-?Infinity|-0)$/.test(one))
  const { data } = fc.letrec<{ data: unknown }>((tie) => ({
    data: fc.oneof(
      { depthSize: 'small' },
      fc.boolean(),
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0)),
      word,
      fc.array(tie('data'), { maxLength: 8 }),
      fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z]{1,5}$/), word), tie('data'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  }))

  test('as Node writes them, on one line', async () => {
    const asked = await opened(
      'export function f(...values: unknown[]) { console.log(...values); return 0 }',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(data, { minLength: 1, maxLength: 3 }), async (values) => {
        const { text } = await asked.output({ function: 'f', run: { arguments: values as never } })
        const options = { compact: true, breakLength: Infinity } as const
        const expected = `${formatWithOptions(options, ...values)}\n`
        if (expected.length < 1500) expect(text).toBe(expected)
      }),
      { numRuns: 100, seed: 7 },
    )
  })
})

describe('what no JSON holds is written as Node writes it', () => {
  const EXPRESSIONS = [
    'undefined, NaN, -0, [-0], Infinity, 10n, [10n], Symbol("a"), Symbol()',
    '[, 1, , , 2, undefined], new Array(3), []',
    'new Map([["a", 1], [2, { b: [] }]] as never), new Set([1, "a"]), new Map(), new Set()',
    'Float64Array.of(1, -0, NaN), new Uint8Array(2), new Int32Array(0)',
    '{ a: { b: { c: { d: 1 }, e: [1], f: {}, g: [] } } }, [[[[1]]]], [[[[]]]]',
    '() => 1, function named() {}, Math.tanh, async () => 1, { m() {} }, class A {}, class extends Array {}',
    'Object.create(null), new (class Foo { a = 1 })(), { "a-b": 1, 2: 3, [Symbol("s")]: 4 }',
    '{ get a() { return 1 }, set a(x) {}, get b() { return 1 }, set c(x) {} }',
    '(() => { const a: any = { n: 1 }; a.self = a; a.list = [a]; return a })()',
    '(() => { const a: any = [], b: any = { a }; a.push(b, b); return b })()',
    '"%s is %d or %i or %f, %j%% %O %o %c.", "a", 1.5, 1.5, "2.5x", 1, { a: 1 }, 2, "css", "rest", [1]',
    '"%s %s %s %d %x", -0, 10n, undefined, "7"',
    '"100%", 1',
    'Array.from({ length: 103 }, (_, i) => i % 2)',
  ]

  test.each(EXPRESSIONS)('%s', async (expression) => {
    const { text } = await output(
      `export function f(x: number) { console.log(${expression}); return x }`,
    )
    const plain = expression.replaceAll(/ as never|: any/g, '')
    const values = new Function(`return [${plain}]`)() as unknown[]
    const options = { compact: true, breakLength: Infinity } as const
    expect(text).toBe(`${formatWithOptions(options, ...values)}\n`)
  })
})
