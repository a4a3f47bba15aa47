import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { openJudge } from './judge.ts'

/**
 * Statements that speak of what is equal, constant or zero: what is nearly so is another case, and
 * is asked about wherever the statement does not say how near things come.
 */
const judge = openJudge()

const FIRST_WITHIN = 'errors.findIndex((error) => error <= Math.min(...errors) + EPS)'

/** A solution in which a comparison is replaced by one that is off by so much. */
const LOOSE: readonly (readonly [exercise: string, folder: string, own: string, loose: string])[] =
  [
    ['ex3', 'ex03-composition', 'alpha === 1', 'Math.abs(alpha - 1) <= EPS'],
    ['ex3', 'ex03-composition', 'alpha <= 0 ||', 'alpha <= EPS ||'],
    ['ex3', 'ex03-composition', 'alpha <= 0 ||', 'alpha <= -EPS ||'],
    ['ex7', 'ex07-minibatch', 'deviation < 1e-12', 'deviation <= EPS'],
    ['ex7', 'ex07-minibatch', 'deviation < 1e-12', 'spread(X, c) <= EPS'],
    ['ex7', 'ex07-minibatch', 'deviation < 1e-12', 'spread(X, c) <= EPS * Math.abs(mean)'],
    ['ex10', 'ex10-accumulation', 'self.value > 0', 'self.value > EPS'],
    ['ex10', 'ex10-accumulation', 'self.value > 0', 'self.value > -EPS'],
    ['ex17', 'ex17-per-minibatch', 'errors.indexOf(Math.min(...errors))', FIRST_WITHIN],
    ['ex18', 'ex18-vector-upstream', 'value > 0 ? 1', 'value > EPS ? 1'],
    ['ex18', 'ex18-vector-upstream', 'value > 0 ? 1', 'value > -EPS ? 1'],
    ['ex19', 'ex19-count-operations', 'y > 0 ? 1', 'y > EPS ? 1'],
    ['ex12', 'ex12-relu', 'x > 0 ? 1', 'x > EPS ? 1'],
    ['ex2', 'ex02-prelu', 'x > 0 ? 1', 'x > -EPS ? 1'],
  ]

const SPREAD = `
function spread(X: number[][], c: number): number {
  const column = X.map((row) => row[c] ?? 0)
  return Math.max(...column) - Math.min(...column)
}
`

describe.each(LOOSE)('%s in %s, where %s is written as %s', (exercise, folder, own, loose) => {
  const solution = readFileSync(join(packageRoot(), 'solutions', folder, 'solution.ts'), 'utf8')

  it.each(['1e-6', '1e-9'])('fails for %s', async (eps) => {
    expect(solution).toContain(own)
    const source = solution.replace(own, loose.replaceAll('EPS', eps)) + SPREAD
    const { status } = await judge.report(exercise, source, 7)
    expect(status).toBe('failed')
  })
})

/** Ways to a mean that round otherwise. */
const MEANS = {
  forwards: 'let sum = 0; for (const x of v) sum += x; return sum / v.length',
  backwards: 'return v.reduceRight((sum, x) => sum + x, 0) / v.length',
  'one after the other': 'let m = 0; v.forEach((x, k) => { m += (x - m) / (k + 1) }); return m',
  'as a sum of shares': 'return v.reduce((sum, x) => sum + x / v.length, 0)',
  'from the first': 'return v[0] + v.reduce((sum, x) => sum + (x - v[0]), 0) / v.length',
  'in halves':
    'const total = (u: number[]): number => u.length < 2 ? u[0] ?? 0 : total(u.slice(0, u.length >> 1)) + total(u.slice(u.length >> 1)); return total(v) / v.length',
}

/** Ways to tell a constant column. */
const CONSTANT = {
  'all equal': 'v.every((x) => x === v[0])',
  'smallest and largest': 'Math.max(...v) === Math.min(...v)',
  'a deviation of next to nothing': 's < 1e-12',
  'a deviation of next to nothing beside the mean': 's <= 1e-13 * Math.max(1, Math.abs(m))',
}

describe.each(Object.entries(MEANS))('a column standardized by a mean taken %s', (_, mean) => {
  it.each(Object.entries(CONSTANT))('is right, with %s for a constant one', async (__, test) => {
    const source = `
      const mean = (v: number[]): number => { ${mean} }
      const column = (v: number[]): number[] => {
        const m = mean(v)
        const s = Math.sqrt(mean(v.map((x) => (x - m) ** 2)))
        return ${test} ? v.map(() => 0) : v.map((x) => (x - m) / s)
      }
      export function standardize(X: number[][]): number[][] {
        const columns = X[0].map((_, c) => column(X.map((row) => row[c])))
        return X.map((_, i) => columns.map((one) => one[i]))
      }`
    for (let seed = 1; seed <= 10; seed++) {
      const { checks } = await judge.report('ex7', source, seed)
      const own = checks.find(({ id }) => id === 'standardize-call')
      expect(own?.status, `seed ${seed}`).toBe('passed')
    }
  })
})
