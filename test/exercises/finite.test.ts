import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { openJudge } from './judge.ts'

const judge = openJudge()
const solutions = join(packageRoot(), 'solutions')

function solutionOf(exercise: string): string {
  const folder = readdirSync(solutions).find(
    (name) => name.replace(/^ex0*(\d+)-.*/, 'ex$1') === exercise,
  ) as string
  return readFileSync(join(solutions, folder, 'solution.ts'), 'utf8')
}

/** The solution whose function gives its right answer with one number in it replaced. */
function spoilt(exercise: string, name: string, place: 'first' | 'last', by: string): string {
  const text = solutionOf(exercise)
  const declared = `export function ${name}(`
  if (!text.includes(declared)) throw new Error(`${exercise} declares no ${name}`)
  return `${text.replace(declared, `function right_${name}(`)}
const __odd = ${by}
let __left = 0
const __count = (v: any): number => typeof v === 'number' ? 1 : typeof v === 'object' && v !== null ? Object.values(v).reduce((n: number, x) => n + __count(x), 0) : 0
const __put = (v: any): any => {
  if (typeof v === 'number') return __left-- === 0 ? (Object.is(v, __odd) ? NaN : __odd) : v
  if (Array.isArray(v)) return v.map(__put)
  return typeof v === 'object' && v !== null ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, __put(x)])) : v
}
export function ${name}(...given: any[]): any {
  const right = (right_${name} as any)(...given)
  __left = ${place === 'first' ? '0' : '__count(right) - 1'}
  return __put(right)
}
`
}

const FUNCTIONS = [
  ['ex4', 'pieces', 'pieces-piecewise-linear'],
  ['ex4', 'addPieces', 'addpieces-piecewise-linear'],
  ['ex5', 'toSigmoidNet', 'tosigmoidnet-same-network'],
  ['ex5', 'toTanhNet', 'totanhnet-same-network'],
  ['ex6', 'collapse', 'collapse-call'],
  ['ex6', 'lostDirection', 'lostdirection-witness'],
  ['ex6', 'rank', 'rank-call'],
  ['ex7', 'standardize', 'standardize-call'],
  ['ex7', 'witness', 'witness-witness'],
  ['ex7', 'crossGradient', 'crossgradient-call'],
  ['ex7', 'outputRange', 'outputrange-range'],
  ['ex8', 'forward', 'forward-call'],
  ['ex8', 'backward', 'backward-gradient'],
  ['ex10', 'train', 'train-call'],
  ['ex14', 'chainGradient', 'chaingradient-call'],
  ['ex14', 'gradientBound', 'gradientbound-call'],
] as const

describe.each(FUNCTIONS)('%s: no answer of %s passes', (exercise, name, id) => {
  it.each([
    ['first', 'Infinity'],
    ['last', 'Infinity'],
    ['first', '-Infinity'],
    ['last', 'NaN'],
  ] as const)('with its %s number replaced by %s', async (place, by) => {
    const check = await judge.check(exercise, spoilt(exercise, name, place, by), id)
    expect(check).toMatchObject({ status: 'failed', score: 0, cause: 'wrong-answer' })
  })
})

describe('no infinity passes', () => {
  it.each([
    ['everywhere', 'const cheapTanh = (x: number) => x === 0 ? 0 : x / 0\nexport { cheapTanh }'],
    [
      'far out',
      'export const cheapTanh = (x: number) => x > 1e30 ? 1 / 0 : x < -1e30 ? -1 / 0 : x > 2 ? 1 : x < -2 ? -1 : x < 0 ? x + x * x / 4 : x - x * x / 4',
    ],
    [
      'but NaN, on one side',
      'export const cheapTanh = (x: number) => x > 1e30 ? 0 / 0 : x > 2 ? 1 : x < -2 ? -1 : x < 0 ? x + x * x / 4 : x - x * x / 4',
    ],
  ])('as an approximation, %s', async (_, source) => {
    expect(await judge.check('ex15', source, 'cheaptanh-bound')).toMatchObject({
      status: 'failed',
      score: 0,
    })
  })

  it.each([
    ['1 / 0', '5'],
    ['x / 0', '1'],
    ['x > 0 ? 1 / 0 : 0', '0 / 0'],
  ])('as the slope of the own function: %s, with %s', async (f, slope) => {
    const source = `export const tanh = (x: number) => ${f}\nexport const dtanh = (_x: number) => ${slope}\n`
    const report = await judge.report('ex1', source)
    expect(report.score).toBe(0)
  })

  it.each([
    ['tf.mul(tf.relu(x), 1 / 0)'],
    ['tf.add(right(tf, x, alpha), tf.mul(x, 0 / 0))'],
    ['tf.where(tf.greater(x, 1), tf.div(x, 0), right(tf, x, alpha))'],
  ])('as a tensor: %s', async (expression) => {
    const source = `const right = (tf: any, x: any, alpha: any) => tf.add(tf.relu(x), tf.mul(alpha, tf.minimum(x, 0)))
export const prelu = (tf: any, x: any, alpha: any) => ${expression}
`
    expect(await judge.check('ex9', source, 'prelu-autograd')).toMatchObject({ status: 'failed' })
  })

  it('as a gradient that adds up', async () => {
    const source = solutionOf('ex10').replace('grad: 0', 'grad: 0 / 0')
    const changed = source !== solutionOf('ex10')
    expect({ changed, ...(await judge.report('ex10', source)) }).toMatchObject({
      changed: true,
      status: 'failed',
    })
  })
})
