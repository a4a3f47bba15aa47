import { call, conditional, number } from '../formula/build.ts'
import { differentiate, mentions } from '../formula/differentiate.ts'
import type { Call, Conditional, Expr, Operation } from '../formula/expr.ts'
import { add, divide, isInteger, multiply, negate, power, subtract } from '../formula/simplify.ts'
import { outerDerivative } from './forms.ts'

/** A derivative in which exactly one rule of differentiation was applied wrongly. */
export interface FaultyDerivative {
  readonly note: FaultNote
  readonly formula: Expr
}

type FaultNote =
  | 'chain-factor-lost'
  | 'product-term-lost'
  | 'product-of-derivatives'
  | 'quotient-rule'
  | 'power-rule'
  | 'factor-lost'
  | 'outer-not-differentiated'
  | 'outer-at-variable'
  | 'term-sign'
  | 'inner-sign'

/** All derivatives of a formula with exactly one wrong step. */
export function faultyDerivatives(expr: Expr, variable: string): readonly FaultyDerivative[] {
  if (!mentions(expr, variable)) return []
  switch (expr.kind) {
    case 'negate':
      return [
        fault('inner-sign', differentiate(expr.operand, variable)),
        ...deeper(expr.operand, variable, negate),
      ]
    case 'operation':
      return OPERATIONS[expr.operator](expr, variable)
    case 'call':
      return ofCall(expr, variable)
    case 'conditional':
      return ofConditional(expr, variable)
    default:
      return []
  }
}

const OPERATIONS: {
  readonly [operator in Operation['operator']]: (
    expr: Operation,
    variable: string,
  ) => readonly FaultyDerivative[]
} = { '+': ofSum, '-': ofSum, '*': ofProduct, '/': ofQuotient, '**': ofPower }

function fault(note: FaultNote, formula: Expr): FaultyDerivative {
  return { note, formula }
}

/** The faults inside a part, each put where the right derivative of the part belongs. */
function deeper(part: Expr, variable: string, place: (slope: Expr) => Expr): FaultyDerivative[] {
  return faultyDerivatives(part, variable).map(({ note, formula }) => ({
    note,
    formula: place(formula),
  }))
}

function ofSum({ operator, left, right }: Operation, variable: string): FaultyDerivative[] {
  const join = operator === '+' ? add : subtract
  const [dLeft, dRight] = [differentiate(left, variable), differentiate(right, variable)]
  return [
    ...deeper(left, variable, (slope) => join(slope, dRight)),
    ...deeper(right, variable, (slope) => join(dLeft, slope)),
  ]
}

function ofProduct({ left, right }: Operation, variable: string): FaultyDerivative[] {
  const [dLeft, dRight] = [differentiate(left, variable), differentiate(right, variable)]
  const first = multiply(dLeft, right)
  const second = multiply(left, dRight)
  const inside = [
    ...deeper(left, variable, (slope) => add(multiply(slope, right), second)),
    ...deeper(right, variable, (slope) => add(first, multiply(left, slope))),
  ]
  if (!mentions(left, variable)) return [fault('factor-lost', dRight), ...inside]
  if (!mentions(right, variable)) return [fault('factor-lost', dLeft), ...inside]
  return [
    fault('product-term-lost', first),
    fault('product-term-lost', second),
    fault('product-of-derivatives', multiply(dLeft, dRight)),
    fault('term-sign', subtract(first, second)),
    fault('term-sign', subtract(second, first)),
    ...inside,
  ]
}

function ofQuotient({ left, right }: Operation, variable: string): FaultyDerivative[] {
  const [dLeft, dRight] = [differentiate(left, variable), differentiate(right, variable)]
  const slope = (numerator: Expr, denominator: Expr) =>
    subtract(divide(numerator, right), divide(multiply(left, denominator), power(right, number(2))))
  const inside = [
    ...deeper(left, variable, (wrong) => slope(wrong, dRight)),
    ...deeper(right, variable, (wrong) => slope(dLeft, wrong)),
  ]
  if (!mentions(right, variable)) return [fault('factor-lost', dLeft), ...inside]
  const top = subtract(multiply(dLeft, right), multiply(left, dRight))
  const sum = add(multiply(dLeft, right), multiply(left, dRight))
  const square = power(right, number(2))
  return [
    fault('quotient-rule', divide(negate(top), square)),
    fault('quotient-rule', divide(top, right)),
    fault('quotient-rule', top),
    fault('quotient-rule', divide(sum, square)),
    fault('quotient-rule', divide(dLeft, dRight)),
    fault('quotient-rule', divide(dLeft, square)),
    fault('chain-factor-lost', negate(divide(left, square))),
    ...inside,
  ]
}

function ofPower(expr: Operation, variable: string): FaultyDerivative[] {
  const { left: base, right: exponent } = expr
  if (mentions(exponent, variable)) return []
  const lower = power(base, oneLess(exponent))
  const inner = differentiate(base, variable)
  const whole = (slope: Expr) => multiply(multiply(exponent, lower), slope)
  const faults = [
    fault('power-rule', multiply(lower, inner)),
    fault('power-rule', multiply(multiply(exponent, expr), inner)),
    ...deeper(base, variable, whole),
  ]
  if (isInteger(inner, 1)) return faults
  return [fault('chain-factor-lost', multiply(exponent, lower)), ...faults]
}

function oneLess(exponent: Expr): Expr {
  return subtract(exponent, number(1))
}

function ofCall(expr: Call, variable: string): FaultyDerivative[] {
  if (expr.name === 'max' || expr.name === 'min') return []
  const [inner = number(0), ...rest] = expr.args
  if (rest.some((argument) => mentions(argument, variable))) return []
  const slope = differentiate(inner, variable)
  const outer = outerDerivative(expr, inner)
  const inside = deeper(inner, variable, (wrong) => multiply(outer, wrong))
  if (isInteger(slope, 1)) return inside
  return [
    fault('chain-factor-lost', outer),
    fault('outer-not-differentiated', multiply(expr, slope)),
    fault('outer-not-differentiated', call(expr.name, slope, ...rest)),
    fault(
      'outer-at-variable',
      multiply(outerDerivative(expr, { kind: 'variable', name: variable }), slope),
    ),
    fault('chain-factor-lost', outerDerivative(expr, slope)),
    ...inside,
  ]
}

function ofConditional(expr: Conditional, variable: string): FaultyDerivative[] {
  const [right, left] = [
    differentiate(expr.then, variable),
    differentiate(expr.otherwise, variable),
  ]
  return [
    ...deeper(expr.then, variable, (slope) => conditional(expr.test, slope, left)),
    ...deeper(expr.otherwise, variable, (slope) => conditional(expr.test, right, slope)),
  ]
}
