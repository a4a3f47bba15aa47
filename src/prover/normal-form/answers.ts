import type { Sign } from '../../exact/sign-set.ts'
import type { Condition, Expr } from '../../formula/expr.ts'

/** Who answers at a place. Each may throw where there is no one answer. */
export interface Answers {
  exists(expr: Expr): boolean
  sign(expr: Expr): Sign
  holds(test: Condition): boolean
}
