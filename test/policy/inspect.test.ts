import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { InspectionResult, PolicyRule } from '../../src/session.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

const noTanh: PolicyRule = { rule: 'no-math', deny: ['tanh'] }
const noMath: PolicyRule = { rule: 'no-math' }

describe('a forbidden function of Math is found', () => {
  test.each([
    ['written out', 'export const f = (x: number) => Math.tanh(x)'],
    ['by a literal key', "export const f = (x: number) => Math['tanh'](x)"],
    ['by a key put together', "export const f = (x: number) => Math['ta' + 'nh'](x)"],
    [
      'by a key that is computed',
      "const key = ['t', 'anh'].join('')\nexport const f = (x: number) => (Math as any)[key](x)",
    ],
    ['destructured', 'const { tanh } = Math\nexport const f = (x: number) => tanh(x)'],
    [
      'destructured under another name',
      'const { tanh: t } = Math\nexport const f = (x: number) => t(x)',
    ],
    ['through an alias', 'const M = Math\nexport const f = (x: number) => M.tanh(x)'],
    ['through globalThis', 'export const f = (x: number) => (globalThis as any).Math.tanh(x)'],
    [
      'in a helper',
      'function helper(x: number) { return Math.tanh(x) }\nexport const f = (x: number) => helper(x)',
    ],
    [
      'in a method',
      'const o = { t(x: number) { return Math.tanh(x) } }\nexport const f = (x: number) => o.t(x)',
    ],
    ['in a map', 'export const f = (x: number) => [x].map(Math.tanh)[0]'],
    ['kept before', 'const t = Math.tanh\nexport const f = (x: number) => t(x)'],
    ['by Reflect', "export const f = (x: number) => Reflect.get(Math, 'ta' + 'nh')(x)"],
    [
      'by a descriptor',
      "const d: any = Object.getOwnPropertyDescriptor(Math, 'ta'.concat('nh'))\nexport const f = (x: number) => d.value(x)",
    ],
    [
      'in a table made as the module loads',
      "const table = [0, 1].map((x) => (Math as any)['ta'.concat('nh')](x))\nexport const f = (x: number) => table[0] + x",
    ],
  ])('%s', async (_how, text) => {
    const findings = await inspected(text, noTanh)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.message).toMatch(/^Math\.tanh is not allowed here/)
  })

  test('where text becomes code', async () => {
    const text =
      "export const f = (x: number) => (() => {}).constructor('x', 'return Ma' + 'th.tanh(x)')(x)"
    expect((await inspected(text, noTanh))[0]?.message).toMatch(/text is turned into code/)
  })

  test('with its place', async () => {
    const [finding] = await inspected(
      'export function f(x: number) {\n  return Math.tanh(x)\n}',
      noTanh,
    )
    expect(finding?.place).toMatchObject({ line: 2, column: 10 })
  })
})

describe('an allowed source has no findings', () => {
  test.each([
    ['another function of Math', 'export const f = (x: number) => Math.exp(x)', noTanh],
    ['the function in a comment', '// Math.tanh\nexport const f = (x: number) => x', noMath],
    [
      'the function elsewhere in the file',
      'export const g = (x: number) => Math.tanh(x)\nexport const f = (x: number) => x',
      noMath,
    ],
    [
      'a constant made elsewhere as the module loads',
      'const ln2 = Math.log(2)\nexport const g = () => ln2\nexport const f = (x: number) => x',
      noMath,
    ],
    [
      'one call of a helper',
      'const relu = (x: number) => Math.max(0, x)\nexport const f = (x: number) => relu(x)',
      { rule: 'no-nesting' } as const,
    ],
    [
      'a variable that is written once more',
      'const relu = (x: number) => Math.max(0, x)\nexport const f = (x: number) => { let y = x; y = relu(y); return y }',
      { rule: 'no-nesting' } as const,
    ],
    [
      'two calls side by side',
      'export const f = (x: number) => Math.max(0, x) + Math.max(0, -x)',
      { rule: 'no-nesting' } as const,
    ],
    ['branches', 'export const f = (x: number) => (x > 0 ? x : 0)', { rule: 'no-loops' } as const],
    [
      'helpers that do not recur',
      'const g = (x: number) => x\nexport const f = (x: number) => g(x)',
      { rule: 'no-recursion' } as const,
    ],
  ])('%s', async (_what, text, rule) => {
    expect(await inspected(text, rule as PolicyRule)).toEqual([])
  })
})

describe('other rules find', () => {
  test.each([
    [
      'a nested call',
      'const relu = (x: number) => Math.max(0, x)\nexport const f = (x: number) => relu(relu(x))',
      { rule: 'no-nesting' },
      '`relu` is applied to its own result',
    ],
    [
      'a nested call through a variable',
      'const relu = (x: number) => Math.max(0, x)\nexport const f = (x: number) => { const y = relu(x); return relu(y) }',
      { rule: 'no-nesting' },
      '`relu` is applied to its own result',
    ],
    [
      'a nested call of Math',
      'export const f = (x: number) => Math.max(0, Math.max(0, x))',
      { rule: 'no-nesting' },
      '`Math.max` is applied to its own result',
    ],
    [
      'a call that a loop repeats',
      'const relu = (x: number) => x\nexport const f = (x: number) => { for (let i = 0; i < 2; i++) x = relu(x); return x }',
      { rule: 'no-nesting' },
      '`relu` is applied to its own result',
    ],
    [
      'recursion',
      'export function f(x: number): number { return x > 1 ? f(x - 1) : x }',
      { rule: 'no-recursion' },
      'f calls itself',
    ],
    [
      'recursion in a circle',
      'const g = (x: number): number => f(x)\nexport const f = (x: number): number => x > 1 ? g(x - 1) : x',
      { rule: 'no-recursion' },
      'calls itself',
    ],
    [
      'a loop',
      'export const f = (x: number) => { while (x > 1) x--; return x }',
      { rule: 'no-loops' },
      'loops are not allowed here',
    ],
    [
      'a loop in a method of arrays',
      'export const f = (x: number) => [1, 2].reduce((s, k) => s + k * x, 0)',
      { rule: 'no-loops' },
      '.reduce() is a loop',
    ],
    [
      'an operator',
      'export const f = (x: number) => 2 ** x',
      { rule: 'no-operators', operators: ['**'] },
      'the operator ** is not allowed here',
    ],
    [
      'an assigning operator',
      'export const f = (x: number) => { x **= 2; return x }',
      { rule: 'no-operators', operators: ['**'] },
      'the operator **= is not allowed here',
    ],
    [
      'the use of another function',
      'export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))\nconst s = sigmoid\nexport const f = (x: number) => 2 * s(2 * x) - 1',
      { rule: 'no-use', names: ['sigmoid'] },
      'sigmoid is not allowed here',
    ],
    [
      'what is missing',
      'export const f = (x: number) => Math.tanh(x)',
      { rule: 'must-use', names: ['sigmoid'] },
      '`sigmoid` must be used here',
    ],
  ])('%s', async (_what, text, rule, message) => {
    const findings = await inspected(text, rule as PolicyRule)
    expect(findings[0]?.message).toContain(message)
  })
})

async function inspected(text: string, rule: PolicyRule) {
  const session = sandbox.session()
  await session.load({ file: 'a.ts', text, siblings: {} }, [
    { name: 'f', arguments: ['x'], symbolic: false },
  ])
  await session.evaluate({ function: 'f', columns: [Float64Array.of(-30, -1, 0, 0.5, 3)] })
  const result: InspectionResult = await session.inspect({ function: 'f', rules: [rule] })
  await session.close()
  if (result.kind === 'fault') throw new Error(result.message)
  return result.findings
}
