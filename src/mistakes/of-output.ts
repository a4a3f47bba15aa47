import { call, compare, conditional, constant, number, variable } from '../formula/build.ts'
import type { Expr, FunctionName } from '../formula/expr.ts'
import { add, multiply, power, subtract } from '../formula/simplify.ts'
import { substitute } from './rewrite.ts'

const ZERO = number(0)
const ONE = number(1)

/** Derivatives as functions of the output y, as backward passes compute them. */
const OF_OUTPUT: { readonly [name in FunctionName]?: (y: Expr, parameter: Expr) => Expr } = {
  tanh: (y) => subtract(ONE, power(y, number(2))),
  sigmoid: (y) => multiply(y, subtract(ONE, y)),
  exp: (y) => y,
  softplus: (y) => subtract(ONE, call('exp', { kind: 'negate', operand: y })),
  logSigmoid: (y) => subtract(ONE, call('exp', y)),
  softsign: (y) => power(subtract(ONE, call('abs', y)), number(2)),
  elu: (y, alpha) => conditional(compare(y, '>', ZERO), ONE, add(y, alpha)),
  selu: (y) =>
    conditional(
      compare(y, '>', ZERO),
      constant('seluScale'),
      add(y, multiply(constant('seluScale'), constant('seluAlpha'))),
    ),
}

/** The derivative of f(x) written of its output, with x in place of the output. */
export function derivativesOfOutput(of: Expr, name: string): readonly Expr[] {
  if (of.kind !== 'call') return []
  const [argument, parameter = ONE] = of.args
  if (argument?.kind !== 'variable' || argument.name !== name) return []
  const written = OF_OUTPUT[of.name]?.(variable(name), parameter)
  return written === undefined ? [] : [written]
}

/** The derivative of f(x) written of its output, and rightly applied to it: where the next slip is made. */
export function derivativesByOutput(of: Expr, name: string): readonly Expr[] {
  return derivativesOfOutput(of, name).map((formula) => substitute(formula, name, of))
}

/** The rules of other functions, applied to this one's output and to its input. */
export function rulesOfOthers(
  of: Expr,
  name: string,
): readonly { readonly rule: FunctionName; readonly formula: Expr }[] {
  const others = Object.entries(OF_OUTPUT).filter(
    ([rule]) => rule !== 'exp' && !(of.kind === 'call' && of.name === rule),
  )
  return others.flatMap(([rule, formula]) =>
    [of, variable(name)].map((y) => ({ rule: rule as FunctionName, formula: formula(y, ONE) })),
  )
}
