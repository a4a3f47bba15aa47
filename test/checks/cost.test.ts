import { describe, expect, test } from 'vitest'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const atMost = (most: object) =>
  exerciseOf({
    functions: { f: { summary: 'something cheap' } },
    checks: [{ kind: 'cost', function: 'f', points: 1, most }],
  })

const f = (formula: string) => `export const f = (x: number): any => ${formula}`

describe('counts the operations of the formula on the most expensive way through it', () => {
  judgesEach(judge, atMost({ functions: 1, total: 4 }), 'f-cost', [
    [
      'within the limits',
      f('x > 0 ? x * x + 1 : Math.exp(x)'),
      { status: 'passed', score: 100, message: '2 operations at most' },
    ],
    ['one', f('x + 1'), { status: 'passed', message: '1 operation at most' }],
    [
      'too many in all',
      f('x * x + 2 * x + 1 + x'),
      {
        ...{ status: 'failed', cause: 'wrong-answer', score: 0 },
        message: 'f takes 5 operations, where at most 4 are allowed',
      },
    ],
    [
      'too many of one kind',
      f('Math.exp(Math.exp(x))'),
      { message: 'f takes 2 function calls, where at most 1 is allowed' },
    ],
  ])

  test.each([
    ['additions', 'x + x - 1', '2 additions'],
    ['multiplications', 'x ** 3', '2 multiplications'],
    ['divisions', '1 / x', '1 division'],
    ['comparisons', 'x > 0 ? x : 1', '1 comparison'],
    ['functions', 'Math.tanh(x)', '1 function call'],
    ['total', '-x + 1', '1 operation'],
  ])('and each kind has a limit of its own: %s', async (kind, formula, counted) => {
    const { 'f-cost': check } = await judge(atMost({ [kind]: 0 }), f(formula))
    expect(check?.message).toBe(`f takes ${counted}, where at most 0 are allowed`)
  })

  test('and shows what was counted beside what is allowed', async () => {
    const { 'f-cost': check } = await judge(atMost({ divisions: 2, total: 9 }), f('x * x + 1'))
    expect(check?.evidence).toEqual([
      { kind: 'measurement', name: 'additions', value: 1 },
      { kind: 'measurement', name: 'multiplications', value: 1 },
      { kind: 'measurement', name: 'divisions', value: 0, limit: 2 },
      { kind: 'measurement', name: 'total', value: 2, limit: 9 },
    ])
  })

  test('and asks for nothing where there is no limit', async () => {
    const { 'f-cost': check } = await judge(atMost({}), f('Math.exp(Math.exp(x))'))
    expect(check?.status).toBe('passed')
  })
})

describe('counts nothing where no formula is followed, and says why', () => {
  judgesEach(judge, atMost({ total: 4 }), 'f-cost', [
    [
      'an expression that is not followed',
      'export const f = (x: number) => (/e/.test("e") ? x : 2 * x)',
      { status: 'skipped', cause: undefined, message: /^not decided: ./ },
    ],
    ['a missing function', 'export const g = 1', { status: 'failed', cause: 'missing-export' }],
  ])
})
