import { describe, expect, it } from 'vitest'
import { displacedKink } from '../../src/checks/displaced-kink.ts'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'
import { tableOf } from './table.ts'

const judge = openJudge()

const step = (at: string, points = 5) =>
  exerciseOf({
    functions: { f: `x > ${at} ? 1 : 0` },
    checks: [{ kind: 'value', function: 'f', points }],
  })
const f = (body: string) => `export const f = (x: number): any => ${body}`

describe('a jump that rounding moves is a warning, which says where it lies', () => {
  judgesEach(judge, step('0'), 'f-value', [
    [
      'by a subtraction that cancels',
      f('Math.exp(x) - 1 > 0 ? 1 : 0'),
      {
        status: 'passed',
        warning: true,
        score: 500,
        message:
          /beside the kink at x = 0 the digits of exp\(x\) - 1 cancel: f\(1\.175\S+e-38\) should be 1, but yours is 0$/,
      },
    ],
  ])
  judgesEach(judge, step('3'), 'f-value', [
    [
      'by a constant of seven digits',
      f('0.3333334 * x > 1 ? 1 : 0'),
      {
        status: 'passed',
        warning: true,
        score: 500,
        message:
          /^your kink lies at x = 2\.9999994 instead of x = 3: f\(2\.99999976\d+\) should be 0, but yours is 1$/,
      },
    ],
  ])
})

describe('a jump in another place is a mistake, and told as one', () => {
  judgesEach(judge, step('0'), 'f-value', [
    [
      'beside 0',
      f('x > 1e-6 ? 1 : 0'),
      { status: 'failed', message: /^your kink lies at x = 0\.000001 instead of x = 0: / },
    ],
  ])
  judgesEach(judge, step('3'), 'f-value', [
    [
      'a thousandth off',
      f('x > 3.0005 ? 1 : 0'),
      { status: 'failed', message: /^your kink lies at x = 3\.0005 instead of x = 3: / },
    ],
    [
      'too far to be the same kink',
      f('x > 3.2 ? 1 : 0'),
      { status: 'failed', message: /^f\(\S+\) should be 1/ },
    ],
    [
      'another value beside it',
      f('x > 3 && x < 3.0005 ? 7 : x > 3 ? 1 : 0'),
      { status: 'failed', message: /^f\(\S+\) should be 1, but yours is 7/ },
    ],
  ])
})

it("is nobody's where nothing is wrong, or something elsewhere", () => {
  const table = { ...tableOf({ rows: [[0], [1e-20], [5]], low: [0, 1, 1] }) }
  table.kink[0] = 1
  table.high[0] = 1
  expect(displacedKink({ table, values: [0, 1, 1], failing: [] })).toBeUndefined()
  expect(displacedKink({ table, values: [0, 0, 0], failing: [1, 2] })).toBeUndefined()
  expect(displacedKink({ table, values: [0, 0, 1], failing: [1] })).toEqual({
    ...{ kink: 0, index: 1, ends: [[2 ** -50]] },
  })
})
