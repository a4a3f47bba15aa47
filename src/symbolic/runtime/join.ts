import { conditional } from '../../formula/build.ts'
import type { Condition, Expr } from '../../formula/expr.ts'
import type { ConditionKeys } from './condition-keys.ts'

/** `test ? then : otherwise`, where branches that are the same are written once. */
export function joined(keys: ConditionKeys, test: Condition, then: Expr, otherwise: Expr): Expr {
  const same = (a: Expr, b: Expr) => keys.formula(a) === keys.formula(b)
  if (same(then, otherwise)) return then
  if (then.kind === 'conditional' && same(then.otherwise, otherwise)) {
    return conditional({ kind: 'and', left: test, right: then.test }, then.then, otherwise)
  }
  if (otherwise.kind === 'conditional' && same(otherwise.then, then)) {
    return conditional({ kind: 'or', left: test, right: otherwise.test }, then, otherwise.otherwise)
  }
  return conditional(test, then, otherwise)
}
