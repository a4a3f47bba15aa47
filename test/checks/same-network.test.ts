import { describe, expect, test } from 'vitest'
import { randomFrom, seedOf } from '../../src/reference/random.ts'
import { drawMatrix } from '../../src/reference/structured/define-reference.ts'
import { drawNetwork } from '../../src/reference/structured/network.ts'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const toSigmoid = exerciseOf({
  functions: { to: { signature: '(net: Net) => Net' } },
  checks: [{ kind: 'same-network', function: 'to', points: 4, from: 'tanh', to: 'sigmoid' }],
  mistakes: [{ note: 'nothing-changed', function: 'to', title: 'The same', hint: 'Convert.' }],
})

/** The right conversion of a copy, then a change of it. */
const to = (then = '', copy = 'JSON.parse(JSON.stringify(net))', double = '2 * v') => `
export function to(net: any): any {
  const out = ${copy}
  const sums = out.b2.map((_: any, k: number) => out.W2.reduce((s: number, row: any) => s + row[k], 0))
  for (const row of [...out.W1, out.b1, ...out.W2]) row.forEach((v: number, k: number) => { row[k] = ${double} })
  out.b2 = out.b2.map((b: number, k: number) => b - sums[k])
  ${then}
  return out
}`

describe('takes a network that gives the same outputs with another nonlinearity', () => {
  judgesEach(judge, toSigmoid, 'to-same-network', [
    [
      'right',
      to(),
      {
        ...{ status: 'passed', score: 400 },
        ...{ message: /^right for all \d+ inputs$/, evidence: [] },
      },
    ],
    ['with more in it', to('out.name = "converted"'), { status: 'passed' }],
  ])

  test('with -0 for a zero in it', async () => {
    const seed = seedWithZero()
    const { 'to-same-network': check } = await judge(toSigmoid, to('', undefined, '2 * v || -0'), {
      seed,
    })
    expect(check?.status).toBe('passed')
  })
})

/** The first seed by which a hidden bias is drawn as zero. */
function seedWithZero(): number {
  for (let seed = 1; ; seed++) {
    const random = randomFrom(seedOf('trial to-same-network', seed))
    for (let trial = 0; trial < 24; trial++) {
      const { W1, b1 } = drawNetwork(random, trial)
      if (b1.includes(0)) return seed
      drawMatrix(random, 6, W1.length)
    }
  }
}

describe('refuses another function, and says for which input', () => {
  judgesEach(judge, toSigmoid, 'to-same-network', [
    [
      'the same parameters, a known mistake',
      'export const to = (net: any) => net',
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0, note: 'nothing-changed' },
        message:
          /^the network from to is another function: for the input \[\S+\] it gives -?\d\S*, the original -?\d\S*$/,
      },
    ],
    ['a mistake without words in the exercise', to('out.b2 = net.b2'), { note: undefined }],
    [
      'NaN',
      to('out.b2 = out.b2.map(() => NaN)'),
      { message: /^to\(.*\) at b2\[0\]: expected a finite number, got NaN$/ },
    ],
    [
      'another shape',
      to('out.b2.push(0)'),
      {
        message: /^to\((…|\{.*\})\) at b2: expected 1 number, got 2 numbers$/,
        says: { id: 'data.shape' },
      },
    ],
    ['a layer lost', to('delete out.W2'), { message: /: W2 is missing \(it has W1, b1, b2\)$/ }],
    [
      'null',
      'export const to = (net: any) => null',
      { message: /expected an object \{ W1, b1, W2, b2 \}, got null$/ },
    ],
    ['nothing', 'export const to = (net: any) => {}', { says: { id: 'data.not-data' } }],
    [
      'a throw',
      to('throw new Error("no")'),
      { cause: 'crashed', message: /^to\(.*\): Error: no$/ },
    ],
    ['what never ends', to('for (;;) {}'), { cause: 'did-not-finish' }],
    ['too much memory', to('return "x".repeat(1e9)'), { cause: 'out-of-memory' }],
    [
      'dice, however small',
      to('out.b2[0] += 1e-12 * Math.random()'),
      { cause: 'not-deterministic' },
    ],
    ['what is missing', 'export const g = 1', { cause: 'missing-export' }],
    [
      'the argument rewritten',
      to('', 'net'),
      {
        ...{ status: 'failed', cause: 'wrong-answer' },
        message:
          /^to should leave its argument net unchanged, but net is another one after the call/,
      },
    ],
  ])

  test('with both networks as evidence', async () => {
    const { 'to-same-network': check } = await judge(toSigmoid, to('out.b2[0] += 1'))
    expect(check?.evidence[0]).toMatchObject({
      ...{ kind: 'counterexample', where: 'output[0][0]', difference: expect.closeTo(1) },
      ...{ inputs: { net: { b2: [expect.any(Number)] } }, got: { b2: [expect.any(Number)] } },
      expected: { kind: 'property', text: 'the same outputs with sigmoid as with tanh before' },
    })
  })
})
