import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { policy } from '../../src/checks/policy.ts'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const because = 'that is what the exercise is about'
const asking = (...rules: readonly object[]) =>
  exerciseOf({
    functions: { f: 'tanh(x)', g: 'x' },
    checks: [
      { kind: 'value', function: 'f' },
      { kind: 'policy', function: 'f', points: 2, because, rules },
    ],
  })

const f = (body: string, before = '') =>
  `${before}\nexport const g = (x: number) => x\nexport const f = (x: number): any => { ${body} }`

const RULES: readonly [rule: object, kept: string, broken: string, found: string][] = [
  [{ rule: 'no-math' }, 'return x * 2', 'return Math.abs(x)', 'Math.abs is not allowed here'],
  [
    { rule: 'no-math', deny: ['tanh'] },
    'return Math.exp(x)',
    'const t = Math.tanh; return t(x)',
    'Math.tanh is not allowed here',
  ],
  [
    { rule: 'no-math', allow: ['exp'] },
    'return Math.exp(x)',
    'return Math.tanh(x)',
    'Math.tanh is not allowed here',
  ],
  [{ rule: 'no-use', names: ['g'] }, 'return x', 'return g(x)', 'g is not allowed here'],
  [
    { rule: 'must-use', names: ['g', 'exp'] },
    'return g(x)',
    'return x',
    '`g` or `Math.exp` must be used',
  ],
  [{ rule: 'no-nesting' }, 'return g(x) + g(2 * x)', 'return g(g(x))', '`g` is applied to its own'],
  [{ rule: 'no-recursion' }, 'return g(x)', 'return x > 1 ? f(x - 1) : x', 'f calls itself'],
  [
    { rule: 'no-loops' },
    'return x',
    'let s = 0; for (const v of [x, x]) s += v; return s',
    'loops are not allowed here',
  ],
  [
    { rule: 'no-operators', operators: ['**', '%'] },
    'return x * x',
    'return x ** 2',
    'the operator ** is not allowed here',
  ],
]

describe('every rule', () => {
  test.each(RULES)('%o', async (rule, kept, broken, found) => {
    const { 'f-policy': right } = await judge(asking(rule), f(kept))
    expect(right).toMatchObject({
      ...{ status: 'passed', score: 200, points: { tested: 1, failed: 0 } },
      ...{ message: 'written as it was asked for', evidence: [] },
    })
    const { 'f-policy': wrong } = await judge(asking(rule), f(broken))
    expect(wrong).toMatchObject({
      ...{ status: 'failed', cause: 'wrong-answer', score: 0, points: { tested: 1, failed: 1 } },
    })
    expect(wrong?.message).toContain(found)
    expect(wrong?.message.endsWith(`: ${because}`)).toBe(true)
  })

  test('that a spec may name has a row here', () => {
    const { properties } = z.toJSONSchema(policy.options(z)) as never as {
      readonly properties: {
        readonly rules: { readonly items: { readonly oneOf: readonly Rule[] } }
      }
    }
    const known = properties.rules.items.oneOf.map((rule) => rule.properties.rule.const)
    const tried = RULES.map(([rule]) => (rule as { readonly rule: string }).rule)
    expect([...new Set(tried)].sort()).toEqual(known.sort())
  })
})

interface Rule {
  readonly properties: { readonly rule: { readonly const: string } }
}

describe('several rules', () => {
  const two = asking({ rule: 'no-math' }, { rule: 'no-loops' })
  judgesEach(judge, two, 'f-policy', [
    ['kept', f('return x'), { status: 'passed', points: { tested: 2, failed: 0 } }],
    ['one broken', f('return Math.abs(x)'), { points: { tested: 2, failed: 1 } }],
    ['both broken', f('while (false) {} return Math.abs(x)'), { points: { tested: 2, failed: 2 } }],
  ])

  test('show every place', async () => {
    const text = f('\n  for (;;) break\n  return Math.abs(x)')
    const { 'f-policy': check } = await judge(two, text)
    const lines = check?.evidence.flatMap((item) => (item.kind === 'source' ? [item.line] : []))
    expect(lines?.sort()).toEqual([4, 5])
  })
})

describe('a note', () => {
  const noted = (mistakes: readonly object[]) =>
    exerciseOf({
      functions: { f: 'tanh(x)', g: 'x' },
      checks: [
        { kind: 'value', function: 'f' },
        { kind: 'policy', function: 'f', because, note: 'borrowed', rules: [{ rule: 'no-math' }] },
      ],
      mistakes,
    })
  test('is given in the words of the exercise', async () => {
    const exercise = noted([{ note: 'borrowed', function: 'f', title: 'From Math', hint: 'Own.' }])
    const { 'f-policy': check } = await judge(exercise, f('return Math.tanh(x)'))
    expect(check?.note).toBe('borrowed')
    expect(check?.evidence.find(({ kind }) => kind === 'note')).toMatchObject({
      ...{ title: 'From Math', hint: 'Own.' },
    })
  })

  test('is not given where the exercise has no words for it', async () => {
    const { 'f-policy': check } = await judge(noted([]), f('return Math.tanh(x)'))
    expect(check).toMatchObject({ status: 'failed' })
    expect(check?.note).toBeUndefined()
  })
})

test('what is forbidden stays so where the check only warns', async () => {
  const warns = exerciseOf({
    functions: { f: 'tanh(x)', g: 'x' },
    checks: [
      { kind: 'value', function: 'f' },
      {
        ...{ kind: 'policy', function: 'f', points: 1, because, rules: [{ rule: 'no-math' }] },
        severity: 'warning',
      },
    ],
  })
  const { 'f-policy': check } = await judge(warns, f('return Math.tanh(x)'))
  expect(check).toMatchObject({ status: 'failed', score: 0 })
})

describe('a function that cannot be looked at', () => {
  judgesEach(judge, asking({ rule: 'no-math' }), 'f-policy', [
    [
      'is missing',
      'export const g = (x: number) => x',
      { status: 'skipped', message: 'not judged: needs f to be exported' },
    ],
    ['never ends', f('for (;;) {}'), { status: 'skipped', cause: 'dependency' }],
  ])
})

test('where nothing else runs the function there is nothing to look at, and the exercise is at fault', async () => {
  const alone = exerciseOf({
    functions: { f: 'tanh(x)', g: 'x' },
    checks: [{ kind: 'policy', function: 'f', points: 1, because, rules: [{ rule: 'no-math' }] }],
  })
  const { 'f-policy': check } = await judge(alone, f('return Math.tanh(x)'))
  expect(check).toMatchObject({ status: 'errored', cause: 'exercise', score: 0 })
  expect(check?.message).toMatch(
    /: the check f-policy judges what runs, and no other check of it runs f$/,
  )
})
