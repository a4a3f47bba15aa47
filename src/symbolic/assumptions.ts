import type { Condition, Expr } from '../formula/expr.ts'
import type { FormulaAssumption } from '../session.ts'
import { partsOf } from './formula-parts.ts'

/** A double beyond this is there to tell an overflow. */
const HUGE = 1e300

/** What a derived formula takes for granted. */
export function assumptionsOf(
  expr: Expr,
  rounded: ReadonlySet<Expr>,
): readonly FormulaAssumption[] {
  const asks = someComparison(expr, isAboutOverflow)
  return [
    ...(asks ? (['finite'] as const) : []),
    ...(rounded.size > 0 ? (['float32-rounding'] as const) : []),
  ]
}

type Comparison = Condition & { readonly kind: 'compare' }

/** Whether a formula asks something of a kind, anywhere. */
export function someComparison(root: Expr, isWanted: (comparison: Comparison) => boolean): boolean {
  const seen = new Set<Expr | Condition>()
  const visit = (part: Expr | Condition): boolean => {
    if (seen.has(part)) return false
    seen.add(part)
    return (part.kind === 'compare' && isWanted(part)) || partsOf(part).some(visit)
  }
  return visit(root)
}

/** Of the input itself it is known that it is finite. */
function isAboutOverflow({ left, right }: Comparison): boolean {
  const sides = [left, right]
  return sides.some(isHuge) && !sides.some(isInput)
}

function isHuge(expr: Expr): boolean {
  if (expr.kind === 'negate') return isHuge(expr.operand)
  if (expr.kind === 'constant') return expr.name === 'infinity'
  return expr.kind === 'number' && Number(expr.text) >= HUGE
}

function isInput(expr: Expr): boolean {
  if (expr.kind === 'negate') return isInput(expr.operand)
  if (expr.kind === 'call' && expr.name === 'abs') return expr.args.every(isInput)
  return expr.kind === 'variable'
}
