import { call, compare, conditional, number } from './build.ts'
import { DERIVATIVES, PARTIAL_DERIVATIVES } from './derivative-rules.ts'
import type { Call, Conditional, Expr, Operation } from './expr.ts'
import { add, divide, integerOf, multiply, negate, power, subtract } from './simplify.ts'
import { variablesIn } from './variables.ts'

/**
 * The derivative of a formula in one variable, off the kinks: a conditional is differentiated
 * branch by branch. What the derivative is *at* a kink is for the callers to say.
 */
export function differentiate(expr: Expr, variable: string): Expr {
  const known = derivatives.get(expr)
  const found = known?.get(variable)
  if (found !== undefined) return found
  const derivative = mentions(expr, variable) ? work(expr, variable) : number(0)
  derivatives.set(expr, (known ?? new Map<string, Expr>()).set(variable, derivative))
  return derivative
}

/** The same part of a formula has one derivative: high derivatives share their parts. */
const derivatives = new WeakMap<Expr, Map<string, Expr>>()

function work(expr: Expr, variable: string): Expr {
  switch (expr.kind) {
    case 'number':
    case 'constant':
      return number(0)
    case 'variable':
      return number(1)
    case 'negate':
      return negate(differentiate(expr.operand, variable))
    case 'operation':
      return ofOperation(expr, variable)
    case 'conditional':
      return ofConditional(expr, variable)
    case 'call':
      return ofCall(expr, variable)
  }
}

/**
 * The derivative as `differentiate` works it out, with a note of what it is the derivative of: the
 * prover then says exactly what it is at a kink.
 */
export function derivativeOf(operand: Expr, variable: string): Expr {
  return { ...differentiate(operand, variable), derivativeOf: { operand, variable } }
}

/** Whether the variable occurs in the formula. */
export function mentions(expr: Expr, variable: string): boolean {
  return variablesIn(expr).has(variable)
}

function ofConditional(expr: Conditional, variable: string): Expr {
  const then = differentiate(expr.then, variable)
  const otherwise = differentiate(expr.otherwise, variable)
  return conditional(expr.test, then, otherwise)
}

function ofOperation(expr: Operation, variable: string): Expr {
  const { left, right } = expr
  const dLeft = () => differentiate(left, variable)
  const dRight = () => differentiate(right, variable)
  switch (expr.operator) {
    case '+':
      return add(dLeft(), dRight())
    case '-':
      return subtract(dLeft(), dRight())
    case '*':
      return add(multiply(dLeft(), right), multiply(left, dRight()))
    case '/':
      return ofQuotient(left, right, variable)
    case '**':
      return ofPower(left, right, variable)
  }
}

function ofQuotient(left: Expr, right: Expr, variable: string): Expr {
  const slope = divide(differentiate(left, variable), right)
  if (!mentions(right, variable)) return slope
  const change = multiply(left, differentiate(right, variable))
  return subtract(slope, divide(change, power(right, number(2))))
}

function ofPower(base: Expr, exponent: Expr, variable: string): Expr {
  const value = power(base, exponent)
  const byExponent = multiply(value, multiply(differentiate(exponent, variable), logOf(base)))
  if (!mentions(base, variable)) return byExponent
  const lower = multiply(exponent, power(base, decrement(exponent)))
  const byBase = multiply(lower, differentiate(base, variable))
  return mentions(exponent, variable) ? add(byExponent, byBase) : byBase
}

function logOf(base: Expr): Expr {
  return base.kind === 'constant' && base.name === 'e' ? number(1) : call('log', base)
}

function decrement(exponent: Expr): Expr {
  const value = integerOf(exponent)
  return value === undefined ? subtract(exponent, number(1)) : number(value - 1)
}

function ofCall(expr: Call, variable: string): Expr {
  const [first = number(0), second = number(0)] = expr.args
  if (expr.name === 'max') return ofChoice(expr.args, '>=', variable)
  if (expr.name === 'min') return ofChoice(expr.args, '<=', variable)
  const rule = DERIVATIVES[expr.name]
  if (rule !== undefined) {
    return multiply(rule.derivative(first), differentiate(first, variable))
  }
  const partials = PARTIAL_DERIVATIVES[expr.name]
  if (partials === undefined) throw new Error(`no derivative rule for ${expr.name}`)
  const inFirst = multiply(partials[0](first, second), differentiate(first, variable))
  const inSecond = multiply(partials[1](first, second), differentiate(second, variable))
  return add(inFirst, inSecond)
}

function ofChoice(args: readonly Expr[], comparison: '>=' | '<=', variable: string): Expr {
  const [first = number(0), ...rest] = args
  if (rest.length === 0) return differentiate(first, variable)
  const name = comparison === '>=' ? 'max' : 'min'
  const others = rest.length === 1 ? (rest[0] ?? number(0)) : call(name, ...rest)
  return conditional(
    compare(first, comparison, others),
    differentiate(first, variable),
    ofChoice(rest, comparison, variable),
  )
}
