import { describe, expect, test } from 'vitest'
import { propertyNames } from '../../src/reference/structured/properties.ts'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const batches = exerciseOf({
  functions: { w: { signature: '() => number[][][]' } },
  checks: [{ kind: 'witness', function: 'w', points: 3, property: 'minibatch-dependence' }],
  mistakes: [{ note: 'no-shared-row', function: 'w', title: 'Nothing shared', hint: 'Share one.' }],
})

const w = (body: string) => `export const w = (): any => { ${body} }`

describe('takes whatever has the property', () => {
  judgesEach(judge, batches, 'w-witness', [
    [
      'two minibatches',
      w('return [[[1], [2]], [[1], [0]]]'),
      {
        ...{ status: 'passed', score: 300, points: { tested: 1, failed: 0 } },
        ...{ message: 'right', evidence: [] },
      },
    ],
    ['under names', w('return { a: [[1], [2]], b: [[1], [0]] }'), { status: 'passed' }],
  ])
})

describe('objects to what has not, with what was given and what was asked for', () => {
  judgesEach(judge, batches, 'w-witness', [
    [
      'a known mistake',
      w('return [[[1], [2]], [[3], [0]]]'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0, note: 'no-shared-row' },
        message: 'the two minibatches share no example: no row is in both',
      },
    ],
    [
      'a mistake without words in the exercise',
      w('return [[[1], [2]], [[2], [1]]]'),
      { note: undefined, message: 'the shared example has the same output in both minibatches' },
    ],
    [
      'one with a number that is none',
      w('return [[[1], [NaN]], [[1], [0]]]'),
      { status: 'failed', cause: 'wrong-answer' },
    ],
    [
      'null',
      w('return null'),
      { message: /^two minibatches are expected: an array of two matrices of finite numbers$/ },
    ],
    [
      'nothing',
      w(''),
      {
        says: { id: 'data.not-data' },
        message: 'w should return plain data, but it returned undefined',
      },
    ],
    ['a throw', w('throw new Error("no")'), { cause: 'crashed', message: 'w(): Error: no' }],
    [
      'what never ends',
      w('for (;;) {}'),
      { cause: 'did-not-finish', message: /^w\(\): it did not/ },
    ],
    ['too much memory', w('return "x".repeat(1e9)'), { cause: 'out-of-memory' }],
    [
      'another one each time, even where each has the property',
      w('const r = Math.random(); return [[[r], [r + 1]], [[r], [r - 1]]]'),
      { cause: 'not-deterministic', message: /^w\(\) was \[\[\[0\.\d+\]/ },
    ],
    ['what is missing', 'export const g = 1', { cause: 'missing-export' }],
  ])

  test('as evidence', async () => {
    const { 'w-witness': check } = await judge(batches, w('return 3'))
    expect(check?.evidence[0]).toEqual({
      ...{ kind: 'counterexample', inputs: {}, got: 3 },
      expected: {
        kind: 'property',
        text: 'two minibatches that share an example whose standardized output differs',
      },
    })
  })
})

describe('draws its questions by the seed, and stops at the first objection', () => {
  const lost = exerciseOf({
    functions: { v: { signature: '(W1: number[][]) => number[]' } },
    checks: [{ kind: 'witness', function: 'v', property: 'lost-direction' }],
    mistakes: [{ note: 'zero-vector', function: 'v', title: 'Zero', hint: 'Not zero.' }],
  })
  test.each([1, 2, 3])('with seed %i', async (seed) => {
    const text = 'export const v = (W1: number[][]) => W1.map(() => 0)'
    const { 'v-witness': check } = await judge(lost, text, { seed })
    expect(check).toMatchObject({ note: 'zero-vector', points: { tested: 1, failed: 1 } })
    expect(check?.message).toBe('the zero vector is no direction: it changes no input')
    const again = (await judge(lost, text, { seed }))['v-witness']
    expect(again).toEqual(check)
  })
})

test('a property has a name of the registry', () => {
  expect(() =>
    exerciseOf({
      functions: { w: { signature: '() => number[]' } },
      checks: [{ kind: 'witness', function: 'w', property: 'beauty' }],
    }),
  ).toThrow(new RegExp(propertyNames.join('.*')))
})
