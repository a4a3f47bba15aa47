import type { Expr } from './expr.ts'
import { type Counted, ways } from './ways.ts'

/** Operations that one evaluation takes, on the most expensive way through the branches. */
export type Cost = { readonly [operation in Counted]: number }

/**
 * Counts the operations of a formula as it is written. What is used again counts once, as a program
 * does that keeps it in a variable; so does the same calculation written twice.
 */
export function costOf(expr: Expr): Cost {
  return ways(expr).map(sumOf).reduce(largest, sumOf([]))
}

export function totalOf(cost: Cost): number {
  return Object.values(cost).reduce((sum, count) => sum + count, 0)
}

function sumOf(calculations: readonly (readonly [kind: Counted, count: number])[]): Cost {
  const sum = { additions: 0, multiplications: 0, divisions: 0, comparisons: 0, functions: 0 }
  for (const [kind, count] of calculations) sum[kind] += count
  return sum
}

function largest(a: Cost, b: Cost): Cost {
  const weight = (cost: Cost) => totalOf(cost) + 100 * cost.functions + 4 * cost.divisions
  return weight(a) >= weight(b) ? a : b
}
