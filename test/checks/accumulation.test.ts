import { describe, expect, test } from 'vitest'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const NOTES = [
  ...['value-changed', 'gradient-not-initialised', 'shared-state', 'gradient-missing'],
  ...['upstream-ignored', 'relu-derivative-lost', 'overwrites', 'zero-grad-without-effect'],
]
const leaves = exerciseOf({
  functions: { node: { signature: '(value: number) => Leaf' } },
  checks: [{ kind: 'accumulation', function: 'node', points: 7 }],
  mistakes: NOTES.map((note) => ({ note, function: 'node', title: note, hint: note })),
})

/** A leaf behind a ReLU, with one part of it replaced. */
const leaf = (change: { readonly [part: string]: string } = {}) => {
  const part = (name: string, right: string) => change[name] ?? right
  return `${part('before', '')}
export const node = (value: number): any => (${part(
    'object',
    `{
  ${part('value', 'value')}, ${part('grad', 'grad: 0')},
  ${part('backward', `backward(u: number) { ${part('add', 'this.grad += value > 0 ? u : 0')} }`)},
  zeroGrad() { ${part('zero', 'this.grad = 0')} },
}`,
  )})`
}

describe('takes leaves on which gradients add up until they are zeroed', () => {
  judgesEach(judge, leaves, 'node-accumulation', [
    [
      'an object',
      leaf(),
      {
        ...{ status: 'passed', score: 700, points: { tested: 13, failed: 0 } },
        ...{ message: 'right for all 13 inputs', evidence: [] },
      },
    ],
    [
      'an instance of a class',
      `class Node { grad = 0; constructor(public value: number) {}
  backward(u: number) { this.grad += this.value > 0 ? u : 0 }
  zeroGrad() { this.grad = 0 } }
export const node = (value: number) => new Node(value)`,
      { status: 'passed' },
    ],
    ['a gradient of -0', leaf({ zero: 'this.grad = -0' }), { status: 'passed' }],
  ])
})

describe('refuses what forgets something, with the note where the number is that of the mistake', () => {
  judgesEach(judge, leaves, 'node-accumulation', [
    [
      'another value',
      leaf({ value: 'value: -value' }),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0, note: 'value-changed' },
        ...{ points: { tested: 1, failed: 1 } },
        message: 'node(2).value should be 2, but yours is -2',
      },
    ],
    [
      'a gradient to begin with',
      leaf({ grad: 'grad: 1' }),
      { note: 'gradient-not-initialised', points: { tested: 2, failed: 1 } },
    ],
    [
      'no gradient',
      leaf({ grad: 'g: 0' }),
      { note: undefined, message: /but yours is missing \(or null\)$/ },
    ],
    [
      'a word',
      leaf({ grad: 'grad: "0"' }),
      { message: /should be 0, but yours is "0" \(a string\)$/ },
    ],
    ['NaN', leaf({ grad: 'grad: NaN' }), { message: /should be 0, but yours is NaN$/ }],
    [
      'a function',
      leaf({ grad: 'grad: [() => 1]' }),
      { message: /should be 0, but yours is a function$/ },
    ],
    [
      'one gradient for all leaves',
      leaf({
        before: 'const shared: any = { grad: 0 }',
        object:
          'shared.grad = 0, { value, get grad() { return shared.grad }, backward(u: number) { shared.grad += value > 0 ? u : 0 }, zeroGrad() { shared.grad = 0 } }',
      }),
      {
        note: 'shared-state',
        message: 'the gradient of one leaf after backward on another should be 0, but yours is 1',
      },
    ],
    ['backward that does nothing', leaf({ add: '' }), { note: 'gradient-missing' }],
    [
      'no upstream gradient',
      leaf({ add: 'this.grad += value > 0 ? 1 : 0' }),
      { note: 'upstream-ignored' },
    ],
    [
      'no ReLU',
      leaf({ add: 'this.grad += u' }),
      {
        note: 'relu-derivative-lost',
        message: /^the gradient of node\(-1\) after backward\(5\) should be 0, but yours is 5$/,
      },
    ],
    [
      'the last gradient alone',
      leaf({ add: 'this.grad = value > 0 ? u : 0' }),
      { note: 'overwrites' },
    ],
    ['zeroGrad that does nothing', leaf({ zero: '' }), { note: 'zero-grad-without-effect' }],
    [
      'twice the gradient, which no note is about',
      leaf({ add: 'this.grad += value > 0 ? 2 * u : 0' }),
      { note: undefined, message: 'the gradient after backward(1) should be 1, but yours is 2' },
    ],
    [
      'a value that moves',
      leaf({ add: 'this.grad += value > 0 ? u : 0; this.value -= u' }),
      { note: 'value-changed' },
    ],
  ])

  test('with the program as evidence', async () => {
    const { 'node-accumulation': check } = await judge(leaves, leaf({ zero: '' }))
    expect(check?.evidence[0]).toEqual({
      ...{ kind: 'counterexample', got: 1, expected: { kind: 'value', value: 0 } },
      inputs: { program: 'the gradient after backward(1) and zeroGrad()' },
    })
  })
})

describe('tells what a leaf did instead, by the call that made it', () => {
  judgesEach(judge, leaves, 'node-accumulation', [
    ['a throw', leaf({ add: 'throw new Error("no")' }), { cause: 'crashed', message: 'Error: no' }],
    [
      'nothing',
      leaf({ object: 'undefined' }),
      { cause: 'crashed', message: 'TypeError: node(2) is undefined' },
    ],
    ['null', leaf({ object: 'null' }), { message: 'TypeError: node(2) is null' }],
    [
      'no object',
      leaf({ object: '7' }),
      { message: 'node(2).value should be 2, but yours is missing (or null)' },
    ],
    [
      'no such method',
      leaf({ backward: 'back() {}' }),
      { cause: 'crashed', message: 'TypeError: node(2).backward is not a function but undefined' },
    ],
    ['what never ends', leaf({ add: 'for (;;) {}' }), { cause: 'did-not-finish' }],
    ['too much memory', leaf({ add: 'this.grad = "x".repeat(1e9)' }), { cause: 'out-of-memory' }],
    ['what is missing', 'export const g = 1', { cause: 'missing-export' }],
    [
      'one that is right the first time, and not the second',
      leaf({
        before: 'let times = 0',
        add: 'this.grad += value > 0 ? u + (times++ === 3 ? 1e-9 : 0) : 0',
      }),
      {
        ...{ status: 'failed', cause: 'not-deterministic', score: 0, note: undefined },
        message:
          'the gradient after backward(1) was 1 first and 1.000000001 when the same was done again: every leaf must begin anew',
      },
    ],
  ])
})
