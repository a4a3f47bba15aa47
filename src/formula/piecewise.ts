import { both, call, compare, conditional, constant, number } from './build.ts'
import type { Call, Expr, FunctionName } from './expr.ts'
import { add, divide, multiply, negate } from './simplify.ts'

/**
 * The functions that switch branches, as conditionals. The branches agree where they meet, except
 * those of `sign`.
 */
export const PIECEWISE: { readonly [name in FunctionName]?: (...args: readonly Expr[]) => Expr } = {
  abs: (u = ZERO) => conditional(compare(u, '>=', ZERO), u, negate(u)),
  sign: (u = ZERO) =>
    conditional(compare(u, '>', ZERO), ONE, conditional(compare(u, '<', ZERO), negate(ONE), ZERO)),
  relu: (u = ZERO) => conditional(compare(u, '>', ZERO), u, ZERO),
  relu6: (u = ZERO) => clamp(u, ZERO, SIX),
  hardTanh: (u = ZERO) => clamp(u, negate(ONE), ONE),
  hardSigmoid: (u = ZERO) => divide(clamp(add(u, THREE), ZERO, SIX), SIX),
  hardSwish: (u = ZERO) => divide(multiply(u, clamp(add(u, THREE), ZERO, SIX)), SIX),
  softsign: (u = ZERO) => divide(u, add(ONE, call('abs', u))),
  selu: (u = ZERO) =>
    multiply(
      constant('seluScale'),
      conditional(compare(u, '>', ZERO), u, multiply(constant('seluAlpha'), call('expm1', u))),
    ),
  prelu: leaky,
  leakyRelu: leaky,
  elu: (u = ZERO, alpha = ONE) =>
    conditional(compare(u, '>', ZERO), u, multiply(alpha, call('expm1', u))),
  max: (...args) => chooseFrom(args, '>='),
  min: (...args) => chooseFrom(args, '<='),
}

/** The same value with the outermost function written as conditionals; other calls stay. */
export function asConditional(expr: Call): Expr {
  return PIECEWISE[expr.name]?.(...expr.args) ?? expr
}

const ZERO = number(0)
const ONE = number(1)
const THREE = number(3)
const SIX = number(6)

function leaky(u: Expr = ZERO, alpha: Expr = ONE): Expr {
  return conditional(compare(u, '>', ZERO), u, multiply(alpha, u))
}

function clamp(u: Expr, low: Expr, high: Expr): Expr {
  return conditional(
    both(compare(u, '>', low), compare(u, '<', high)),
    u,
    conditional(compare(u, '<=', low), low, high),
  )
}

function chooseFrom(args: readonly Expr[], comparison: '>=' | '<='): Expr {
  const [first = ZERO, ...rest] = args
  if (rest.length === 0) return first
  const others = chooseFrom(rest, comparison)
  return conditional(compare(first, comparison, others), first, others)
}
