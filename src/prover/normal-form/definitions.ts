import { call, constant, number } from '../../formula/build.ts'
import type { Call, Expr, FunctionName } from '../../formula/expr.ts'
import { add, divide, multiply, negate, power, subtract } from '../../formula/simplify.ts'

/** The smooth functions of the formula language in terms of exp, log, sqrt and erf. */
export const DEFINITIONS: { readonly [name in FunctionName]?: (u: Expr, v: Expr) => Expr } = {
  expm1: (u) => subtract(exp(u), ONE),
  log1p: (u) => call('log', add(ONE, u)),
  log2: (u) => divide(call('log', u), call('log', TWO)),
  log10: (u) => divide(call('log', u), call('log', number(10))),
  sinh: (u) => divide(subtract(exp(u), exp(negate(u))), TWO),
  cosh: (u) => divide(add(exp(u), exp(negate(u))), TWO),
  tanh: (u) => subtract(ONE, divide(TWO, add(exp(multiply(TWO, u)), ONE))),
  sech: (u) => divide(TWO, add(exp(u), exp(negate(u)))),
  csch: (u) => divide(TWO, subtract(exp(u), exp(negate(u)))),
  coth: (u) => add(ONE, divide(TWO, subtract(exp(multiply(TWO, u)), ONE))),
  erfc: (u) => subtract(ONE, call('erf', u)),
  sigmoid,
  logSigmoid: (u) => negate(call('log', add(ONE, exp(negate(u))))),
  softplus: (u) => call('log', add(ONE, exp(u))),
  silu: (u) => multiply(u, sigmoid(u)),
  swish: (u, beta) => multiply(u, sigmoid(multiply(beta, u))),
  mish: (u) => multiply(u, call('tanh', call('softplus', u))),
  gelu: (u) => multiply(divide(u, TWO), add(ONE, call('erf', divide(u, call('sqrt', TWO))))),
  geluTanh: (u) => multiply(u, sigmoid(multiply(TWO, geluTanhArgument(u)))),
  tan: (u) => divide(call('sin', u), call('cos', u)),
  acos: (u) => subtract(divide(constant('pi'), TWO), call('asin', u)),
}

/** The same value with the outermost function replaced by its definition; undefined if it has none. */
export function definitionOf(expr: Call): Expr | undefined {
  const [first = ONE, second = ONE] = expr.args
  return DEFINITIONS[expr.name]?.(first, second)
}

const ONE = number(1)
const TWO = number(2)

function exp(u: Expr): Expr {
  return call('exp', u)
}

function sigmoid(u: Expr): Expr {
  return divide(ONE, add(ONE, exp(negate(u))))
}

/** √(2/π)·(u + 0.044715·u³), Hendrycks and Gimpel, Gaussian Error Linear Units (2016). */
function geluTanhArgument(u: Expr): Expr {
  const cubic = add(u, multiply(number('0.044715'), power(u, number(3))))
  return multiply(call('sqrt', divide(TWO, constant('pi'))), cubic)
}
