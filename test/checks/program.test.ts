import { describe, expect, it } from 'vitest'
import { exerciseCalled, exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const exercise = exerciseCalled('ex10')
const train = 'export const train = (steps: number) => Math.max(1 - 0.3 * steps, -0.2)'

/** The check of `leaf` on an object literal that `leaf(value)` returns, with `head` before it. */
async function judged(object: string, head = '') {
  const source = `${head}\nexport function leaf(value: number): any { return ${object} }\n${train}\n`
  return (await judge(exercise, source))['leaf-accumulation']
}

const add = 'this.grad += this.value > 0 ? u : 0'
const leaf = (backward: string, more = 'zeroGrad() { this.grad = 0 }') =>
  `{ value, grad: 0, backward(u: number) { ${backward} }, ${more} }`

describe('a program of calls on objects', () => {
  it.each([
    ['an object with methods', leaf(add)],
    [
      'closures behind a getter',
      '(() => { let g = 0; return { value, get grad() { return g }, backward: (u: number) => { g += value > 0 ? u : 0 }, zeroGrad: () => { g = 0 } } })()',
    ],
    ['methods that return something', leaf(`${add}; return this`)],
    [
      'more than was asked for',
      leaf(add, 'zeroGrad() { this.grad = 0 }, name: undefined, parents: []'),
    ],
    ['a gradient of minus zero', leaf('this.grad += this.value > 0 ? u : -0 * u')],
  ])('passes with %s', async (_what, object) => {
    expect(await judged(object)).toMatchObject({ status: 'passed', score: 700 })
  })

  it.each([
    ['never ends', '(() => { for (;;); })()', 'did-not-finish'],
    ['takes all memory', '(() => { const a = []; for (;;) a.push([1]) })()', 'out-of-memory'],
  ])('plays no further one for what %s', async (_, object, cause) => {
    const points = { tested: 1, failed: 1 }
    expect(await judged(object)).toMatchObject({ status: 'failed', cause, points })
  })

  it.each([
    [
      leaf('this.grad = this.value > 0 ? u : 0'),
      'overwrites',
      /after `const a = leaf\(2\); a\.backward\(1\); a\.backward\(3\)`, a\.grad should be 4, but yours is 3/,
    ],
    [
      leaf('this.grad += u'),
      'relu-derivative-lost',
      /leaf\(-1\); a\.backward\(5\)`, a\.grad should be 0, but yours is 5/,
    ],
    [
      leaf('this.grad += this.value > 0 ? 1 : 0'),
      'upstream-ignored',
      /should be 3, but yours is 1/,
    ],
    [
      leaf(add, 'zeroGrad() {}'),
      'zero-grad-without-effect',
      /a\.zeroGrad\(\)`, a\.grad should be 0/,
    ],
    [
      leaf(add).replace('grad: 0', 'grad: 1'),
      'gradient-not-initialised',
      /after `const a = leaf\(2\)`, a\.grad should be 0, but yours is 1/,
    ],
    [
      leaf(add).replace('value,', 'value: Math.max(0, value),'),
      'value-changed',
      /a\.value should be -1, but yours is 0/,
    ],
    [
      leaf(`${add}; if (this.value < 0) this.value = 0`),
      'value-changed',
      /a\.value should be -1, but yours is 0/,
    ],
  ])('%s is %s', async (object, note, message) => {
    const check = await judged(object)
    expect(check).toMatchObject({ status: 'failed', score: 0, cause: 'wrong-answer', note })
    expect(check?.message).toMatch(message)
  })

  it.each([
    [
      'rounds what it keeps',
      leaf('this.grad = Math.round((this.grad + (this.value > 0 ? u : 0)) * 100) / 100'),
    ],
    ['takes 0 for nothing given', leaf('this.grad += (u || 1) * (this.value > 0 ? 1 : 0)')],
  ])(
    'is wrong where a leaf %s, and nothing is called by a name that does not fit',
    async (_what, object) => {
      const check = await judged(object)
      expect(check).toMatchObject({ status: 'failed', cause: 'wrong-answer' })
      expect(check?.note).toBeUndefined()
    },
  )

  it('shows the lines that show it', async () => {
    const check = await judged(leaf('this.grad = this.value > 0 ? u : 0'))
    expect(check?.evidence).toContainEqual({
      kind: 'counterexample',
      inputs: { program: 'const a = leaf(2); a.backward(1); a.backward(3); a.grad' },
      got: 3,
      expected: { kind: 'value', value: 4 },
    })
  })

  it('shows the lines of a program that goes otherwise when it is played again', async () => {
    const check = await judged(
      '{ value, grad: 0, backward(n: number) { u = this.value > 0 ? u + n : u; this.grad = u }, zeroGrad() { u = this.grad = 0 } }',
      'let u = 0',
    )
    expect(check).toMatchObject({ status: 'failed', cause: 'not-deterministic' })
    expect(check?.evidence[0]).toMatchObject({
      kind: 'counterexample',
      inputs: { program: 'const a = leaf(2); a.backward(1); a.grad' },
      got: 2,
      expected: { kind: 'property', text: 'what it was the first time: 1' },
    })
  })

  it('shows the lines of what gives no data', async () => {
    const check = await judged(leaf(add).replace('grad: 0', 'grad: () => 0'))
    expect(check?.evidence[0]).toMatchObject({
      inputs: { program: 'const a = leaf(2); a.grad' },
      got: 'a function',
      expected: { kind: 'value', value: 0 },
    })
  })

  it.each([
    [
      'all leaves share one gradient',
      '{ value, get grad() { return g }, backward(u: number) { g += value > 0 ? u : 0 }, zeroGrad() { g = 0 } }',
      'let g = 0',
    ],
    [
      'all leaves of one value share one',
      '{ value, get grad() { return t[value] }, backward(u: number) { t[value] += value > 0 ? u : 0 }, zeroGrad() { t[value] = 0 } }',
      'const t: any = new Proxy({}, { get: (o: any, k: any) => o[k] ?? 0 })',
    ],
    [
      'the value is kept outside',
      '(v = value, { get value() { return v }, grad: 0, backward(u: number) { this.grad += v > 0 ? u : 0 }, zeroGrad() { this.grad = 0 } })',
      'let v = 0',
    ],
  ])('is wrong where %s', async (_what, object, head) => {
    expect(await judged(object, head)).toMatchObject({ status: 'failed', score: 0 })
  })

  it('names what throws, and after which lines', async () => {
    const check = await judged(leaf(add, 'zeroGrad() { throw new Error("no") }'))
    expect(check).toMatchObject({ status: 'failed', cause: 'crashed' })
    expect(check?.message).toMatch(
      /`a\.zeroGrad\(\)` after `const a = leaf\(2\); a\.backward\(1\)`: .*no/,
    )
  })

  it('names a method that is not there, and a property that is not', async () => {
    expect((await judged('{ value, grad: 0, zeroGrad() {} }'))?.message).toMatch(/backward/)
    expect((await judged(leaf(add).replace('grad: 0, ', '')))?.message).toMatch(
      /a\.grad should be 0, but yours is missing/,
    )
  })

  it('is told what is no data, and what no call ends', async () => {
    const endless = await judged(leaf('for (;;);'))
    expect(endless).toMatchObject({ status: 'failed', cause: 'did-not-finish', score: 0 })
    const strange = await judged(leaf(add).replace('grad: 0', 'grad: () => 0'))
    expect(strange).toMatchObject({ status: 'failed', cause: 'wrong-answer' })
    expect(strange?.message).toMatch(/a\.grad should be 0, but yours is a function$/)
  })
})

const counters = exerciseOf({
  functions: { counter: { signature: '(start: number) => Counter' } },
  checks: [
    {
      ...{ kind: 'program', function: 'counter', points: 4, reference: 'counting' },
      ...{ wrongWhenNew: { count: 'not-the-start' }, wrongLater: { count: 'miscounted' } },
    },
  ],
  mistakes: ['not-the-start', 'miscounted', 'by-one'].map((note) => ({
    ...{ note, function: 'counter', title: note, hint: note },
  })),
  references: `
import { defineProgram } from 'mlp-check/reference'
const model = (step) => () => (start) => ({
  count: start,
  add(by) { this.count += step(by) },
})
const counted = (start, by) => [
  { make: 'a', with: [start] },
  { on: 'a', read: 'count' },
  { on: 'a', call: 'add', with: [by] },
  { on: 'a', read: 'count' },
]
export const counting = defineProgram({
  summary: 'counts from where it starts',
  corners: [counted(3, 1), counted(0, 2)],
  trials: 2,
  draw: (random) => counted(0.5, 4),
  model: model((by) => by),
  mistakes: { 'by-one': model(() => 1) },
})
`,
})
const counter = (add: string, more = '', head = '') =>
  `${head}\nexport const counter = (start: number): any => ({ count: start, add(by: number) { ${add} }, ${more} })`

describe('a long list', () => {
  const [long] = exerciseCalled('ex18').checks.filter(({ kind }) => kind === 'program')
  const graph = (value: string) => `export function reluGraph(x: number[]): any {
    const graph = { value: x.map((v, i) => ${value}), grad: x.map(() => 0), alive: true,
      backward(u: number[], retain: boolean) {
        if (graph.alive) u.forEach((v, i) => { graph.grad[i]! += x[i]! > 0 ? v : 0 })
        graph.alive &&= retain
      } }
    return graph
  }
  export const onesLike = (X: number[][]) => X.map((r) => r.map(() => 1))
  export const jacobian = (x: number[]) => x.map((v, i) => x.map((_, j) => +(i === j && v > 0)))`

  it.each([
    ['i < 8 ? Math.max(0, v) : 0', /, a\.value\[8\] should be [\d.]+, but yours is 0$/],
    [
      'i < 8 ? Math.max(v, 0) : v > 0 ? 0 : -0',
      /, a\.value\[8\] should be [\d.]+, but yours is 0$/,
    ],
  ])('is told by the first number that is wrong: %s', async (value, message) => {
    const found = (await judge(exerciseCalled('ex18'), graph(value)))[long?.id ?? '']
    expect(found).toMatchObject({ status: 'failed', message: expect.stringMatching(message) })
  })

  it('is right as it should be', async () => {
    const found = (await judge(exerciseCalled('ex18'), graph('Math.max(0, v)')))[long?.id ?? '']
    expect(found).toMatchObject({ status: 'passed' })
  })
})

describe('a class of one’s own', () => {
  judgesEach(judge, counters, 'counter-program', [
    [
      'is right in every program',
      counter('this.count += by'),
      {
        ...{ status: 'passed', score: 400, points: { tested: 4, failed: 0 } },
        ...{ message: 'right for all 4 inputs', evidence: [] },
      },
    ],
    [
      'is the model of a known mistake, where that explains every program',
      counter('this.count += 1'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0, note: 'by-one' },
        ...{ points: { tested: 4, failed: 3 } },
        message: 'after `const a = counter(0); a.add(2)`, a.count should be 2, but yours is 1',
      },
    ],
    [
      'and not where it does not',
      counter('this.count += this.count === 0.5 ? 3 : 1'),
      { status: 'failed', note: 'miscounted' },
    ],
    [
      'is wrong before anything was called',
      counter('this.count += by', 'count: 7'),
      { note: 'not-the-start' },
    ],
    [
      'gives a property that is no data',
      counter('this.count = () => by'),
      {
        message:
          'after `const a = counter(3); a.add(1)`, a.count should be 4, but yours is a function',
      },
    ],
    [
      'does not give the property',
      counter('delete this.count'),
      { note: 'miscounted', message: /a\.count should be 4, but yours is missing \(or null\)$/ },
    ],
    [
      'is right the first time, and not the second',
      counter('this.count += by + (times++ === 1 ? 1e-6 : 0)', '', 'let times = 0'),
      { status: 'failed', score: 0 },
    ],
    [
      'throws',
      counter('throw new Error("no")'),
      { cause: 'crashed', message: /`a\.add\(1\)` after `const a = counter\(3\)`: Error: no$/ },
    ],
    ['never ends', counter('for (;;) {}'), { cause: 'did-not-finish' }],
    ['asks for too much', counter('this.count = "x".repeat(1e9)'), { cause: 'out-of-memory' }],
    ['makes nothing', 'export const counter = () => undefined', { cause: 'crashed' }],
    ['is missing', 'export const g = 1', { cause: 'missing-export' }],
  ])
})
