import { call, constant, number } from '../formula/build.ts'
import { differentiate } from '../formula/differentiate.ts'
import type { Expr, FunctionName } from '../formula/expr.ts'
import { asConditional, PIECEWISE } from '../formula/piecewise.ts'
import { add, divide, multiply, negate, power, subtract } from '../formula/simplify.ts'
import { rewriteOnce, substitute } from './rewrite.ts'

const ONE = number(1)
const TWO = number(2)
const HALF = divide(ONE, TWO)

/** How textbooks write the functions: students start from these forms, and slip in them. */
const DEFINITIONS: { readonly [name in FunctionName]?: (u: Expr, v: Expr) => readonly Expr[] } = {
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
}

/** Other ways to write a formula: every function replaced, one at a time, by what it stands for. */
export function formsOf(expr: Expr): readonly Expr[] {
  return [expr, ...rewriteOnce(expr, expansions)]
}

function expansions(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'call') return []
  const [u = ONE, v = ONE] = expr.args
  const written = DEFINITIONS[expr.name]?.(u, v) ?? []
  return PIECEWISE[expr.name] === undefined ? written : [...written, asConditional(expr)]
}

/** The derivative of one application with respect to its first argument, at that argument. */
export function outerDerivative(expr: Expr & { readonly kind: 'call' }, inner: Expr): Expr {
  const [, ...rest] = expr.args
  const at = { kind: 'variable', name: INNER } as const
  return substitute(differentiate(call(expr.name, at, ...rest), INNER), INNER, inner)
}

/** No TypeScript name, so that it cannot be one of the exercise's. */
const INNER = '#inner'
