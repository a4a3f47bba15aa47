import type { Condition, Expr } from '../formula/expr.ts'

/** The formulas and conditions that stand directly in one. */
export function partsOf(part: Expr | Condition): readonly (Expr | Condition)[] {
  switch (part.kind) {
    case 'negate':
    case 'not':
      return [part.operand]
    case 'operation':
    case 'compare':
    case 'and':
    case 'or':
      return [part.left, part.right]
    case 'call':
      return part.args
    case 'conditional':
      return [part.test, part.then, part.otherwise]
    default:
      return []
  }
}
