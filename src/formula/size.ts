import type { Condition, Expr } from './expr.ts'

const sizes = new WeakMap<Expr, number>()

/** The number of nodes of a formula written out in full, though parts of it may be shared. */
export function formulaSize(expr: Expr): number {
  const known = sizes.get(expr)
  if (known !== undefined) return known
  const size = 1 + partsSize(expr)
  sizes.set(expr, size)
  return size
}

function partsSize(expr: Expr): number {
  switch (expr.kind) {
    case 'negate':
      return formulaSize(expr.operand)
    case 'operation':
      return formulaSize(expr.left) + formulaSize(expr.right)
    case 'call':
      return expr.args.reduce((sum, argument) => sum + formulaSize(argument), 0)
    case 'conditional':
      return conditionSize(expr.test) + formulaSize(expr.then) + formulaSize(expr.otherwise)
    default:
      return 0
  }
}

export function conditionSize(test: Condition): number {
  switch (test.kind) {
    case 'truth':
      return 1
    case 'not':
      return 1 + conditionSize(test.operand)
    case 'compare':
      return 1 + formulaSize(test.left) + formulaSize(test.right)
    default:
      return 1 + conditionSize(test.left) + conditionSize(test.right)
  }
}
