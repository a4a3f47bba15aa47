import { number, operation } from './build.ts'
import type { Expr } from './expr.ts'

/**
 * Constructors that drop what a reader would drop: 0 + a, 1 * a, a ** 1. Only for results that
 * are ours to shape, such as derivatives; what a person wrote is never simplified.
 */

export function isInteger(expr: Expr, value: number): boolean {
  return integerOf(expr) === value
}

/** The value of an integer literal, possibly negated. */
export function integerOf(expr: Expr): number | undefined {
  if (expr.kind === 'negate') {
    const value = integerOf(expr.operand)
    return value === undefined ? undefined : -value
  }
  if (expr.kind !== 'number' || !/^\d{1,9}$/.test(expr.text)) return undefined
  return Number(expr.text)
}

export function negate(operand: Expr): Expr {
  if (isInteger(operand, 0)) return operand
  if (operand.kind === 'negate') return operand.operand
  return { kind: 'negate', operand }
}

export function add(left: Expr, right: Expr): Expr {
  if (isInteger(left, 0)) return right
  if (isInteger(right, 0)) return left
  if (right.kind === 'negate') return subtract(left, right.operand)
  const sum = (integerOf(left) ?? Number.NaN) + (integerOf(right) ?? Number.NaN)
  return Number.isNaN(sum) ? operation('+', left, right) : number(sum)
}

export function subtract(left: Expr, right: Expr): Expr {
  if (isInteger(right, 0)) return left
  if (isInteger(left, 0)) return negate(right)
  if (right.kind === 'negate') return add(left, right.operand)
  const difference = (integerOf(left) ?? Number.NaN) - (integerOf(right) ?? Number.NaN)
  return Number.isNaN(difference) ? operation('-', left, right) : number(difference)
}

export function multiply(left: Expr, right: Expr): Expr {
  if (isInteger(left, 0) || isInteger(right, 0)) return number(0)
  if (isInteger(left, 1)) return right
  if (isInteger(right, 1)) return left
  if (left.kind === 'negate') return negate(multiply(left.operand, right))
  if (right.kind === 'negate') return negate(multiply(left, right.operand))
  const product = (integerOf(left) ?? Number.NaN) * (integerOf(right) ?? Number.NaN)
  return Number.isNaN(product) ? operation('*', left, right) : number(product)
}

export function divide(left: Expr, right: Expr): Expr {
  if (isInteger(left, 0) && !isInteger(right, 0)) return number(0)
  if (isInteger(right, 1)) return left
  if (left.kind === 'negate') return negate(divide(left.operand, right))
  return operation('/', left, right)
}

export function power(base: Expr, exponent: Expr): Expr {
  if (isInteger(exponent, 1)) return base
  if (isInteger(exponent, 0)) return number(1)
  return operation('**', base, exponent)
}
