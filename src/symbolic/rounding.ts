import { compileFloat64 } from '../formula/evaluate.ts'
import type { Condition, Expr } from '../formula/expr.ts'
import { variablesIn } from '../formula/variables.ts'
import { someComparison } from './assumptions.ts'
import { partsOf } from './formula-parts.ts'

/**
 * Whether a condition may depend on how something was rounded to float32. It does not where the
 * rounded side is compared by order with a constant: rounding keeps the order, so that only the
 * threshold moves, by half a unit in the last place. It may where the two sides are equal but for
 * the rounding.
 */
export function asksForRounding(expr: Expr, rounded: ReadonlySet<Expr>): boolean {
  const isRounded = roundedIn(rounded)
  return someComparison(expr, ({ comparison, left, right }) => {
    if (left === right || !(isRounded(left) || isRounded(right))) return false
    if (comparison === '===' || comparison === '!==') return true
    const open = [left, right].filter((side) => variablesIn(side).size > 0)
    return open.length !== 1 || isLevel(open[0] as Expr)
  })
}

function roundedIn(rounded: ReadonlySet<Expr>): (part: Expr | Condition) => boolean {
  const known = new Map<Expr | Condition, boolean>()
  const visit = (part: Expr | Condition): boolean => {
    const answer = known.get(part) ?? (rounded.has(part as Expr) || partsOf(part).some(visit))
    known.set(part, answer)
    return answer
  }
  return visit
}

const POINTS = [-7.3, -1.9, -0.4, 0.6, 2.7, 11.1]

/** What is the same everywhere, such as `x - x`, is nothing but its rounding. */
function isLevel(expr: Expr): boolean {
  const names = [...variablesIn(expr)]
  const run = compileFloat64(expr, names)
  const values = POINTS.map((x) => run(...names.map((_, index) => x * (1 + index / 7))))
  const known = values.filter(Number.isFinite)
  const size = Math.max(...known.map(Math.abs))
  return known.length < 2 || Math.max(...known) - Math.min(...known) <= 1e-6 * size
}
