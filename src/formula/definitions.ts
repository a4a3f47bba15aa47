import { call, constant, number } from './build.ts'
import type { Call, Expr, FunctionName } from './expr.ts'
import { add, divide, multiply, negate, power, subtract } from './simplify.ts'

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

/** How textbooks write the functions: students start from these forms, and slip in them. */
export const WRITTEN: { readonly [name in FunctionName]?: (u: Expr, v: Expr) => readonly Expr[] } =
  {
    tanh: (u) => {
      const e = call('exp', multiply(number(-2), u))
      return [
        divide(subtract(ONE, e), add(ONE, e)),
        divide(call('sinh', u), call('cosh', u)),
        divide(
          subtract(call('exp', u), call('exp', negate(u))),
          add(call('exp', u), call('exp', negate(u))),
        ),
        subtract(multiply(TWO, call('sigmoid', multiply(TWO, u))), ONE),
        subtract(divide(TWO, add(ONE, e)), ONE),
      ]
    },
    sigmoid: (u) => [
      divide(ONE, add(ONE, call('exp', negate(u)))),
      divide(call('exp', u), add(ONE, call('exp', u))),
    ],
    sech: (u) => [divide(ONE, call('cosh', u))],
    softplus: (u) => [call('log', add(ONE, call('exp', u)))],
    logSigmoid: (u) => [
      call('log', call('sigmoid', u)),
      negate(call('log', add(ONE, call('exp', negate(u))))),
    ],
    silu: (u) => [multiply(u, call('sigmoid', u))],
    swish: (u, beta) => [multiply(u, call('sigmoid', multiply(beta, u)))],
    mish: (u) => [multiply(u, call('tanh', call('softplus', u)))],
    gelu: (u) => [multiply(multiply(HALF, u), add(ONE, call('erf', divide(u, call('sqrt', TWO)))))],
    geluTanh: (u) => {
      const cubic = add(u, multiply(number('0.044715'), power(u, number(3))))
      const scale = call('sqrt', divide(TWO, constant('pi')))
      return [multiply(multiply(HALF, u), add(ONE, call('tanh', multiply(scale, cubic))))]
    },
    softsign: (u) => [divide(u, add(ONE, call('abs', u)))],
    prelu: halves,
    leakyRelu: halves,
  }

function halves(u: Expr, alpha: Expr): readonly Expr[] {
  const [positive, negative] = [call('max', number(0), u), call('min', number(0), u)]
  return [add(positive, multiply(alpha, negative))]
}

/** The same value with the outermost function replaced by its definition; undefined if it has none. */
export function definitionOf(expr: Call): Expr | undefined {
  const [first = ONE, second = ONE] = expr.args
  return DEFINITIONS[expr.name]?.(first, second)
}

const ONE = number(1)
const TWO = number(2)
const HALF = divide(ONE, TWO)

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
