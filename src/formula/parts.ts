import type { Condition, Expr } from './expr.ts'

/** What a formula is made of directly, with what it is the derivative of. */
export function partsOf(expr: Expr): readonly Expr[] {
  const own = ownParts(expr)
  return expr.derivativeOf === undefined ? own : [...own, expr.derivativeOf.operand]
}

/** The same without what it is the derivative of: what is computed. */
export function ownParts(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'negate':
      return [expr.operand]
    case 'operation':
      return [expr.left, expr.right]
    case 'call':
      return expr.args
    case 'conditional':
      return [...sidesOf(expr.test), expr.then, expr.otherwise]
    default:
      return []
  }
}

/** What a condition compares. */
export function sidesOf(test: Condition): readonly Expr[] {
  switch (test.kind) {
    case 'truth':
      return []
    case 'not':
      return sidesOf(test.operand)
    case 'compare':
      return [test.left, test.right]
    default:
      return [...sidesOf(test.left), ...sidesOf(test.right)]
  }
}
