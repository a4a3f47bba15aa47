import { call } from './build.ts'
import type { Range } from './domain.ts'
import { compileFloat64 } from './evaluate.ts'
import type { Expr } from './expr.ts'
import { replaceFloors, rounds, steps } from './rounding.ts'

type Bindings = { readonly [name: string]: number }

/** More whole numbers than this are no kinks that anybody looks at one by one. */
export const MOST_STEPS = 200

const CELLS = 1024

/** A formula without rounding, and what of it rounds to too many whole numbers and stays as it is. */
export interface Stepped {
  readonly formula: Expr
  readonly overfull: readonly Expr[]
}

/** The formula with whatever rounds written as steps, as many as there are on an interval of the variable. */
export function stepsOn(
  expr: Expr,
  variable: string,
  parameters: Bindings,
  [low, high]: Range,
): Stepped {
  if (!rounds(expr)) return { formula: expr, overfull: [] }
  const names = [variable, ...Object.keys(parameters)]
  const constants = Object.values(parameters)
  const places = Array.from({ length: CELLS + 1 }, (_, k) => low + ((high - low) * k) / CELLS)
  const overfull: Expr[] = []
  const formula = replaceFloors(expr, (u) => {
    const run = compileFloat64(u, names)
    const values = places.map((x) => run(x, ...constants)).filter(Number.isFinite)
    // Between the places it may go a little farther.
    const [least, most] = [Math.min(...values) - 1, Math.max(...values) + 1]
    if (most - least <= MOST_STEPS + 2) return steps(u, [least, most])
    const whole = call('floor', u)
    overfull.push(whole)
    return whole
  })
  return { formula, overfull }
}
