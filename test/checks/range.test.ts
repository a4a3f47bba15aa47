import { describe } from 'vitest'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const ranges = exerciseOf({
  functions: { range: { signature: '(name: string) => number[]' } },
  checks: [
    {
      ...{ kind: 'range', function: 'range', points: 2 },
      ranges: { tanh: [-1, 1], relu: [0, 'Infinity'] },
      mistakes: { 'zero-to-one': { tanh: [0, 1] }, unsaid: { tanh: [-2, 2] } },
    },
  ],
  mistakes: [{ note: 'zero-to-one', function: 'range', title: 'of sigmoid', hint: 'Try -1.' }],
})

const answers = (tanh: string, relu: string) =>
  `export const range = (name: string): any => (name === 'tanh' ? ${tanh} : ${relu})`

describe('takes two ends, however they are called', () => {
  judgesEach(judge, ranges, 'range-range', [
    [
      'in order',
      answers('[-1, 1]', '[0, Infinity]'),
      { status: 'passed', score: 200, message: 'right for all 2 inputs' },
    ],
    ['low and high', answers('{ low: -1, high: 1 }', '[0, 1 / 0]'), { status: 'passed' }],
    ['min and max', answers('{ min: -1, max: 1 }', '[-0, 1 / 0]'), { status: 'passed' }],
    ['lower and upper', answers('{ lower: -1, upper: 1 }', '[0, 1 / 0]'), { status: 'passed' }],
    ['rounded in the last place', answers('[-1 - 1e-10, 1]', '[0, 1 / 0]'), { status: 'passed' }],
  ])
})

describe('refuses other ends, and says at which name and which end', () => {
  judgesEach(judge, ranges, 'range-range', [
    [
      'those of a known mistake',
      answers('[0, 1]', '[0, Infinity]'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0, note: 'zero-to-one' },
        ...{ points: { tested: 2, failed: 1 } },
        message: 'range("tanh") at [0] should be -1, but yours is 0',
      },
    ],
    [
      'those of a mistake without words',
      answers('[-2, 2]', '[0, Infinity]'),
      { status: 'failed', note: undefined },
    ],
    [
      'a mistake in one and another mistake elsewhere',
      answers('[0, 1]', '[0, 6]'),
      { status: 'failed', note: undefined, points: { tested: 2, failed: 2 } },
    ],
    [
      'a large number for an end that is infinite',
      answers('[-1, 1]', '[0, 1e308]'),
      { message: 'range("relu") at [1] should be Infinity, but yours is 1e+308' },
    ],
    [
      'the other infinity',
      answers('[-1, 1]', '[0, -Infinity]'),
      { message: 'range("relu") at [1] should be Infinity, but yours is -Infinity' },
    ],
    [
      'NaN',
      answers('[NaN, 1]', '[0, 1 / 0]'),
      { message: /^range\("tanh"\) at \[0\] should be -1/ },
    ],
    [
      'one end alone',
      answers('{ low: -1 }', '[0, 1 / 0]'),
      { message: 'range("tanh"): expected an array of 2 numbers, got an object' },
    ],
    ['null', answers('null', 'null'), { message: /^range\("tanh"\): expected .*, got null$/ }],
  ])
})
