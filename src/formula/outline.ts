import { variable } from './build.ts'
import type { Expr } from './expr.ts'
import { formulaSize } from './size.ts'

/** What a formula is at its outside, in so many parts at most: `…` stands for what lies deeper. */
export function outline(expr: Expr, most: number): Expr {
  if (formulaSize(expr) <= most) return expr
  switch (expr.kind) {
    case 'negate':
      return most < 2 ? REST : { kind: 'negate', operand: outline(expr.operand, most - 1) }
    case 'operation': {
      if (most < 3) return REST
      const [left = REST, right = REST] = outlines([expr.left, expr.right], most - 1)
      return { ...expr, left, right }
    }
    case 'call':
      return most <= expr.args.length ? REST : { ...expr, args: outlines(expr.args, most - 1) }
    default:
      return REST
  }
}

const REST = variable('…')

/** An equal share for each part; what the small ones leave is for the large ones. */
function outlines(parts: readonly Expr[], most: number): Expr[] {
  const share = most / parts.length
  const small = parts.map(formulaSize).filter((size) => size <= share)
  const left = most - small.reduce((sum, size) => sum + size, 0)
  return parts.map((part) => outline(part, Math.max(share, left / (parts.length - small.length))))
}
