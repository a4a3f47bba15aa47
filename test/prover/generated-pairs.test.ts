import { expect, it } from 'vitest'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import type { Expr } from '../../src/formula/expr.ts'
import { printFormula } from '../../src/formula/print.ts'
import { proveEqual } from '../../src/prover/prove-equal.ts'
import { generatePair, randomFrom } from './pair-generator.ts'

const SEED = Number(process.env.MLP_CHECK_SEED ?? 2026)
const COUNT = Number(process.env.MLP_CHECK_PAIRS ?? 2000)

/** Points of every size and both signs, with the thresholds' neighbourhoods. */
const POINTS = Array.from({ length: 400 }, (_, index) => {
  const x = ((index * 0.7548776662466927) % 1) * 16 - 8
  const beta = ((index * 0.5698402909980532) % 1) * 6 - 3
  return [x, beta] as const
})

/** Whether doubles show a difference that rounding cannot explain, on more than single points. */
function visiblyDifferent(a: Expr, b: Expr): boolean {
  const f = compileFloat64(a, ['x', 'beta'])
  const g = compileFloat64(b, ['x', 'beta'])
  return POINTS.some(([x, beta]) => {
    const [p, q] = [f(x, beta), g(x, beta)]
    return Math.abs(p - q) > 1e-6 * Math.max(1, Math.abs(p), Math.abs(q))
  })
}

it(`is never wrong on ${COUNT} generated pairs (seed ${SEED})`, () => {
  const counts = { equal: 0, 'null-set': 0, domain: 0, different: 0, unknown: 0 }
  const random = randomFrom(SEED)
  for (let index = 0; index < COUNT; index++) {
    const { a, b, same } = generatePair(random)
    const { verdict } = proveEqual(a, b)
    counts[verdict]++
    const pair = `pair ${index}: ${printFormula(a)}  ~  ${printFormula(b)}`
    if (same) expect(verdict, pair).not.toBe('different')
    if (visiblyDifferent(a, b)) expect(['different', 'unknown'], pair).toContain(verdict)
  }
  console.log(`seed ${SEED}: ${JSON.stringify(counts)}`)
  expect(counts.unknown).toBeLessThan(COUNT / 10)
})
