import { Undecided } from '../../exact/limits.ts'
import type { Sign } from '../../exact/sign-set.ts'
import { differentiate, mentions } from '../../formula/differentiate.ts'
import type { Expr } from '../../formula/expr.ts'
import * as Pr from '../normal-form/product.ts'
import type { Cell } from '../signs/cell.ts'
import { signIn } from '../signs/decide-sign.ts'
import type { Evaluate, Evaluation, Germ } from './evaluation.ts'

const MAX_ORDER = 4

/**
 * The sign of a formula just beside the cell's points: its own sign there or, where it is zero,
 * that of its first derivative that is not (Taylor), turned around for an odd order on the left.
 */
export function signOnGerm(
  on: Evaluation,
  { variable, direction }: Germ,
  expr: Expr,
  evaluatePlain: Evaluate,
): Sign {
  let formula = expr
  for (let order = 0; order <= MAX_ORDER; order++) {
    const value = evaluatePlain(on, formula)
    if (value === undefined) throw new Undecided('a condition that does not exist beside a kink')
    const sign = signIn(on.cell, value)
    if (Pr.isZero(value) && isOpen(on.cell)) return 0
    if (sign !== 0) return order % 2 === 1 ? ((sign * direction) as Sign) : sign
    if (!mentions(formula, variable)) return 0
    formula = differentiate(formula, variable)
  }
  throw new Undecided('a condition that is flat to a high order at a kink')
}

/** Whether a cell is cut down by no equation: what is zero in it is zero around each of its points. */
function isOpen({ bindings, zeros }: Cell): boolean {
  return bindings.size === 0 && zeros.length === 0
}
