import * as D from '../exact/interval/dyadic.ts'
import { newBudget, withinBudget } from '../exact/limits.ts'
import type { Expr } from '../formula/expr.ts'
import { type Box, boxSpot, holdsOnParts } from './cells/boxes.ts'
import { tryToEnclose } from './witness/certain.ts'
import { encloseExpr } from './witness/enclose-expr.ts'

const STEPS = 20_000
const MOST_PARTS = 64
/** Numbers below 2 to this power are doubles. */
const LARGEST_POWER = 1023

/** Whether a formula is certainly no infinity in float64 anywhere in a box. False says nothing. */
export function staysFinite(expr: Expr, box: Box): boolean {
  const budget = newBudget(STEPS)
  const shown = withinBudget(() =>
    holdsOnParts(box, MOST_PARTS, (part) => {
      const value = tryToEnclose((at) => encloseExpr(expr, at), boxSpot(part, budget))
      return value !== undefined && [value.low, value.high].every(isDouble)
    }),
  )
  return shown ?? false
}

function isDouble(end: D.Dyadic): boolean {
  return D.topBit(end) <= LARGEST_POWER
}
