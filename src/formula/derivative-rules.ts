import { both, call, compare, conditional, constant, number } from './build.ts'
import type { Condition, Expr, FunctionName } from './expr.ts'
import { add, divide, multiply, negate, power, subtract } from './simplify.ts'

/** One row: how a function of one argument changes with it. */
export interface DerivativeRule {
  /** Where the function is defined; everywhere, if absent. */
  readonly domain?: (u: Expr) => Condition
  /** Its derivative inside the domain, off the kinks, in a form that does not overflow. */
  readonly derivative: (u: Expr) => Expr
}

const ZERO = number(0)
const ONE = number(1)
const TWO = number(2)

/** Functions of one argument. Those of more are in `differentiate`. */
export const DERIVATIVES: { readonly [name in FunctionName]?: DerivativeRule } = {
  exp: { derivative: (u) => call('exp', u) },
  expm1: { derivative: (u) => call('exp', u) },
  log: { domain: positive, derivative: (u) => divide(ONE, u) },
  log1p: {
    domain: (u) => compare(u, '>', negate(ONE)),
    derivative: (u) => divide(ONE, add(ONE, u)),
  },
  log2: { domain: positive, derivative: (u) => overLogOf(u, 2) },
  log10: { domain: positive, derivative: (u) => overLogOf(u, 10) },
  sqrt: { domain: positive, derivative: (u) => divide(ONE, multiply(TWO, call('sqrt', u))) },
  cbrt: {
    domain: (u) => compare(u, '!==', ZERO),
    derivative: (u) => divide(ONE, multiply(number(3), square(call('cbrt', u)))),
  },
  abs: { derivative: (u) => call('sign', u) },
  sign: { derivative: () => ZERO },
  floor: { derivative: () => ZERO },
  ceil: { derivative: () => ZERO },
  round: { derivative: () => ZERO },
  trunc: { derivative: () => ZERO },
  tanh: { derivative: (u) => square(call('sech', u)) },
  sinh: { derivative: (u) => call('cosh', u) },
  cosh: { derivative: (u) => call('sinh', u) },
  sech: { derivative: (u) => negate(multiply(call('sech', u), call('tanh', u))) },
  csch: { domain: nonzero, derivative: (u) => negate(multiply(call('csch', u), call('coth', u))) },
  coth: { domain: nonzero, derivative: (u) => negate(square(call('csch', u))) },
  asinh: { derivative: (u) => divide(ONE, call('sqrt', add(square(u), ONE))) },
  acosh: {
    domain: (u) => compare(u, '>', ONE),
    derivative: (u) =>
      divide(ONE, multiply(call('sqrt', subtract(u, ONE)), call('sqrt', add(u, ONE)))),
  },
  atanh: { domain: insideUnit, derivative: (u) => divide(ONE, subtract(ONE, square(u))) },
  sin: { derivative: (u) => call('cos', u) },
  cos: { derivative: (u) => negate(call('sin', u)) },
  tan: {
    domain: (u) => compare(call('cos', u), '!==', ZERO),
    derivative: (u) => divide(ONE, square(call('cos', u))),
  },
  asin: { domain: insideUnit, derivative: overRootOfOneMinusSquare },
  acos: { domain: insideUnit, derivative: (u) => negate(overRootOfOneMinusSquare(u)) },
  atan: { derivative: (u) => divide(ONE, add(ONE, square(u))) },
  erf: { derivative: gaussian },
  erfc: { derivative: (u) => negate(gaussian(u)) },
  sigmoid: { derivative: sigmoidSlope },
  logSigmoid: { derivative: (u) => call('sigmoid', negate(u)) },
  softplus: { derivative: (u) => call('sigmoid', u) },
  softsign: { derivative: (u) => divide(ONE, square(add(ONE, call('abs', u)))) },
  relu: { derivative: (u) => step(u, ONE, ZERO) },
  relu6: { derivative: (u) => window(u, ZERO, number(6), ONE) },
  silu: {
    derivative: (u) =>
      multiply(call('sigmoid', u), add(ONE, multiply(u, call('sigmoid', negate(u))))),
  },
  mish: { derivative: mishSlope },
  gelu: { derivative: (u) => add(normalCdf(u), multiply(u, normalDensity(u))) },
  geluTanh: { derivative: geluTanhSlope },
  selu: {
    derivative: (u) =>
      multiply(
        constant('seluScale'),
        step(u, ONE, multiply(constant('seluAlpha'), call('exp', u))),
      ),
  },
  hardSigmoid: {
    derivative: (u) => window(u, number(-3), number(3), divide(ONE, number(6))),
  },
  hardSwish: {
    derivative: (u) =>
      conditional(
        compare(u, '<=', number(-3)),
        ZERO,
        conditional(
          compare(u, '>=', number(3)),
          ONE,
          divide(add(multiply(TWO, u), number(3)), number(6)),
        ),
      ),
  },
  hardTanh: { derivative: (u) => window(u, number(-1), ONE, ONE) },
}

/** One row for each function of two arguments: the two partial derivatives. */
export const PARTIAL_DERIVATIVES: {
  readonly [name in FunctionName]?: readonly [
    first: (u: Expr, parameter: Expr) => Expr,
    second: (u: Expr, parameter: Expr) => Expr,
  ]
} = {
  swish: [
    (u, beta) =>
      multiply(
        call('sigmoid', multiply(beta, u)),
        add(ONE, multiply(multiply(beta, u), call('sigmoid', negate(multiply(beta, u))))),
      ),
    (u, beta) => multiply(square(u), sigmoidSlope(multiply(beta, u))),
  ],
  prelu: [(u, alpha) => step(u, ONE, alpha), (u) => step(u, ZERO, u)],
  leakyRelu: [(u, alpha) => step(u, ONE, alpha), (u) => step(u, ZERO, u)],
  elu: [
    (u, alpha) => step(u, ONE, multiply(alpha, call('exp', u))),
    (u) => step(u, ZERO, call('expm1', u)),
  ],
}

function positive(u: Expr): Condition {
  return compare(u, '>', ZERO)
}

function nonzero(u: Expr): Condition {
  return compare(u, '!==', ZERO)
}

function insideUnit(u: Expr): Condition {
  return both(compare(u, '>', negate(ONE)), compare(u, '<', ONE))
}

function square(u: Expr): Expr {
  return power(u, TWO)
}

function overLogOf(u: Expr, base: number): Expr {
  return divide(ONE, multiply(u, call('log', number(base))))
}

function overRootOfOneMinusSquare(u: Expr): Expr {
  return divide(ONE, call('sqrt', subtract(ONE, square(u))))
}

function gaussian(u: Expr): Expr {
  const factor = divide(TWO, call('sqrt', constant('pi')))
  return multiply(factor, call('exp', negate(square(u))))
}

function sigmoidSlope(u: Expr): Expr {
  return multiply(call('sigmoid', u), call('sigmoid', negate(u)))
}

function step(u: Expr, above: Expr, below: Expr): Expr {
  return conditional(compare(u, '>', ZERO), above, below)
}

function window(u: Expr, low: Expr, high: Expr, inside: Expr): Expr {
  return conditional(both(compare(u, '>', low), compare(u, '<', high)), inside, ZERO)
}

function mishSlope(u: Expr): Expr {
  const inner = call('softplus', u)
  const slope = multiply(multiply(u, call('sigmoid', u)), square(call('sech', inner)))
  return add(call('tanh', inner), slope)
}

function normalCdf(u: Expr): Expr {
  return divide(call('erfc', negate(divide(u, call('sqrt', TWO)))), TWO)
}

function normalDensity(u: Expr): Expr {
  const gauss = call('exp', negate(divide(square(u), TWO)))
  return divide(gauss, call('sqrt', multiply(TWO, constant('pi'))))
}

/** With v = 2·√(2/π)·(u + 0.044715·u³), the function is u·sigmoid(v) and v′ = 2·√(2/π)·(1 + 0.134145·u²). */
function geluTanhSlope(u: Expr): Expr {
  const factor = multiply(TWO, call('sqrt', divide(TWO, constant('pi'))))
  const cubic = add(u, multiply(number('0.044715'), power(u, number(3))))
  const inner = multiply(factor, cubic)
  const innerSlope = multiply(factor, add(ONE, multiply(number('0.134145'), square(u))))
  return add(call('sigmoid', inner), multiply(multiply(u, sigmoidSlope(inner)), innerSlope))
}
