import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { call, variable } from '../../src/formula/build.ts'
import { differentiate } from '../../src/formula/differentiate.ts'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import type { FunctionName } from '../../src/formula/expr.ts'
import { kinksOf } from '../../src/formula/kinks.ts'

interface Truth {
  readonly kinks: readonly number[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (number | string)[])[]
}

const file = new URL('../fixtures/formula/activations-truth.json', import.meta.url)
const truths: Record<string, Truth> = JSON.parse(readFileSync(file, 'utf8'))

describe.each(Object.entries(truths))('%s', (name, truth) => {
  const hasParameter = truth.columns.includes('parameter')
  const args = hasParameter ? ['x', 'p'] : ['x']
  const formula = call(name as FunctionName, ...args.map(variable))
  const slope = differentiate(formula, 'x')

  it.each([
    ['value', formula],
    ['derivative', slope],
  ])('agrees with the true %s to nine digits', (column, expr) => {
    const run = compileFloat64(expr, args)
    for (const row of truth.rows) {
      const exact = Number(row[truth.columns.indexOf(column)])
      const got = run(...row.slice(0, args.length).map(Number))
      const error = Math.abs(got - exact) / Math.max(1, Math.abs(exact))
      expect(error, `${name} ${column} at ${row.slice(0, args.length)}`).toBeLessThan(1e-9)
    }
  })

  it('stays finite at the ends of the float32 range', () => {
    for (const x of [-1e38, -1e4, -0, 0, 1e4, 1e38]) {
      expect(compileFloat64(formula, args)(x, 1.5), `${name}(${x})`).toSatisfy(Number.isFinite)
      expect(compileFloat64(slope, args)(x, 1.5), `${name}'(${x})`).toSatisfy(Number.isFinite)
    }
  })

  it('switches branches exactly at its known kinks', () => {
    const kinks = kinksOf(slope, 'x', { p: 0.25 }, [-20, 20])
    expect(kinks.map((kink) => kink.at)).toEqual(truth.kinks)
  })
})
