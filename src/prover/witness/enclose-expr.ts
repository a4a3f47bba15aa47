import * as E from '../../exact/interval/elementary.ts'
import { erf } from '../../exact/interval/error-function.ts'
import * as I from '../../exact/interval/interval.ts'
import { type Interval, NoEnclosure } from '../../exact/interval/interval.ts'
import * as T from '../../exact/interval/trigonometric.ts'
import * as Q from '../../exact/rational.ts'
import { switchesOf, withConditionals } from '../../formula/branches.ts'
import { definitionOf } from '../../formula/definitions.ts'
import type { Call, Comparison, Condition, Expr, Operation } from '../../formula/expr.ts'
import { asConditional, PIECEWISE } from '../../formula/piecewise.ts'
import { seluConstant } from '../normal-form/constants.ts'
import { absolute, encloseArcsine, larger, type Point, rationalPower } from './enclose-product.ts'

/**
 * An interval that holds the formula's value at a point. Throws NoEnclosure where that is not
 * certain to exist, or where a comparison is not strictly decided: so the formula is continuous
 * around every point that has an enclosure.
 */
export function encloseExpr(expr: Expr, point: Point, bits: number): Interval {
  if (expr.derivativeOf !== undefined) refuseKinks(expr.derivativeOf.operand, point, bits)
  switch (expr.kind) {
    case 'number':
      return encloseLiteral(expr.text, bits)
    case 'constant':
      return encloseConstant(expr.name, bits)
    case 'variable': {
      const value = point.get(expr.name)
      if (value === undefined) throw new NoEnclosure(`no value for ${expr.name}`)
      return value
    }
    case 'negate':
      return I.negate(encloseExpr(expr.operand, point, bits))
    case 'operation':
      return encloseOperation(expr, point, bits)
    case 'call':
      return encloseCall(expr, point, bits)
    case 'conditional':
      return encloseExpr(
        holdsStrictly(expr.test, point, bits) ? expr.then : expr.otherwise,
        point,
        bits,
      )
  }
}

function encloseLiteral(text: string, bits: number): Interval {
  const value = Q.fromDecimal(text)
  if (value === undefined) throw new NoEnclosure('a number too large or too small')
  return I.fromRational(value, bits)
}

function encloseConstant(name: (Expr & { kind: 'constant' })['name'], bits: number): Interval {
  switch (name) {
    case 'pi':
      return E.pi(bits)
    case 'e':
      return E.exp(I.exactly(1), bits)
    case 'seluAlpha':
    case 'seluScale':
      return seluConstant(name, bits)
    default:
      throw new NoEnclosure(`${name} is no number`)
  }
}

function encloseOperation(expr: Operation, point: Point, bits: number): Interval {
  const left = encloseExpr(expr.left, point, bits)
  if (expr.operator === '**') return enclosePower(left, expr.right, point, bits)
  const right = encloseExpr(expr.right, point, bits)
  switch (expr.operator) {
    case '+':
      return I.add(left, right, bits)
    case '-':
      return I.subtract(left, right, bits)
    case '*':
      return I.multiply(left, right, bits)
    case '/':
      return I.divide(left, right, bits)
  }
}

function enclosePower(base: Interval, exponent: Expr, point: Point, bits: number): Interval {
  const literal = rationalOf(exponent)
  if (literal !== undefined && Q.isInteger(literal)) return rationalPower(base, literal, bits)
  if (I.signOf(base) !== 1) throw new NoEnclosure('a power of a number that may not be positive')
  if (literal !== undefined) return rationalPower(base, literal, bits)
  const value = encloseExpr(exponent, point, bits)
  return E.exp(I.multiply(value, E.log(base, bits), bits), bits)
}

/** The rational number that a formula without letters is, if it is easily seen. */
function rationalOf(expr: Expr): Q.Rational | undefined {
  if (expr.kind === 'number') return Q.fromDecimal(expr.text)
  if (expr.kind === 'negate') {
    const value = rationalOf(expr.operand)
    return value && Q.negate(value)
  }
  if (expr.kind !== 'operation' || expr.operator === '**') return undefined
  const left = rationalOf(expr.left)
  const right = rationalOf(expr.right)
  if (left === undefined || right === undefined) return undefined
  if (expr.operator === '+') return Q.add(left, right)
  if (expr.operator === '-') return Q.subtract(left, right)
  if (expr.operator === '*') return Q.multiply(left, right)
  return right.n === 0n ? undefined : Q.divide(left, right)
}

function encloseCall(expr: Call, point: Point, bits: number): Interval {
  const [argument] = expr.args
  if (argument === undefined) throw new NoEnclosure('no argument')
  const continuous = CONTINUOUS[expr.name]
  if (continuous !== undefined) {
    return expr.args.map((one) => encloseExpr(one, point, bits)).reduce(continuous, NO_INTERVAL)
  }
  if (PIECEWISE[expr.name] !== undefined) return encloseExpr(asConditional(expr), point, bits)
  const definition = definitionOf(expr)
  if (definition !== undefined) return encloseExpr(definition, point, bits)
  return encloseFunction(expr, encloseExpr(argument, point, bits), bits)
}

/** What is continuous may be enclosed across its kink; no derivative is taken there. */
const CONTINUOUS: {
  readonly [name: string]: (sum: Interval, value: Interval) => Interval
} = {
  max: (sum, value) => (sum === NO_INTERVAL ? value : larger(sum, value)),
  min: (sum, value) =>
    sum === NO_INTERVAL ? value : I.negate(larger(I.negate(sum), I.negate(value))),
  abs: (_, value) => absolute(value),
  relu: (_, value) => larger(value, I.exactly(0)),
}

const NO_INTERVAL = I.exactly(0)

/** Throws NoEnclosure unless every comparison and every max and abs is strictly decided. */
function refuseKinks(operand: Expr, point: Point, bits: number): void {
  const formula = withConditionals(operand)
  encloseExpr(formula, point, bits)
  for (const switching of switchesOf(formula)) nonzero(encloseExpr(switching, point, bits))
}

function nonzero(value: Interval): Interval {
  if (I.signOf(value) === undefined || I.signOf(value) === 0) throw new NoEnclosure('a kink')
  return value
}

function encloseFunction(expr: Call, u: Interval, bits: number): Interval {
  switch (expr.name) {
    case 'exp':
      return E.exp(u, bits)
    case 'log':
      return E.log(u, bits)
    case 'sqrt':
      return E.sqrt(nonzero(u), bits)
    case 'cbrt':
      return I.signOf(nonzero(u)) === 1
        ? rationalPower(u, Q.rational(1, 3), bits)
        : I.negate(rationalPower(I.negate(u), Q.rational(1, 3), bits))
    case 'sin':
      return T.sin(u, bits)
    case 'cos':
      return T.cos(u, bits)
    case 'atan':
      return T.atan(u, bits)
    case 'asin':
      return encloseArcsine(u, bits)
    case 'erf':
      return erf(u, bits)
    default:
      return encloseInverseHyperbolic(expr, u, bits)
  }
}

function encloseInverseHyperbolic(expr: Call, u: Interval, bits: number): Interval {
  const one = I.exactly(1)
  const square = I.power(u, 2, bits)
  if (expr.name === 'asinh') {
    return E.log(I.add(u, E.sqrt(I.add(square, one, bits), bits), bits), bits)
  }
  if (expr.name === 'acosh') {
    if (I.signOf(I.subtract(u, one, bits)) !== 1) throw new NoEnclosure('acosh below 1')
    return E.log(I.add(u, E.sqrt(I.subtract(square, one, bits), bits), bits), bits)
  }
  if (expr.name !== 'atanh') throw new Error(`no enclosure for ${expr.name}`)
  const above = E.log(I.add(one, u, bits), bits)
  const below = E.log(I.subtract(one, u, bits), bits)
  return I.divide(I.subtract(above, below, bits), I.exactly(2), bits)
}

/** Whether a condition holds at the point and around it. Throws NoEnclosure where that is not certain. */
export function holdsStrictly(test: Condition, point: Point, bits: number): boolean {
  switch (test.kind) {
    case 'truth':
      return test.value
    case 'not':
      return !holdsStrictly(test.operand, point, bits)
    case 'and':
      return holdsStrictly(test.left, point, bits) && holdsStrictly(test.right, point, bits)
    case 'or':
      return holdsStrictly(test.left, point, bits) || holdsStrictly(test.right, point, bits)
    case 'compare':
      return compareStrictly(test, point, bits)
  }
}

function compareStrictly(
  test: Condition & { kind: 'compare' },
  point: Point,
  bits: number,
): boolean {
  const left = encloseExpr(test.left, point, bits)
  const right = encloseExpr(test.right, point, bits)
  const sign = I.signOf(I.subtract(left, right, bits))
  if (sign === undefined || sign === 0) throw new NoEnclosure('an undecided comparison')
  return STRICT[test.comparison](sign)
}

const STRICT: { readonly [comparison in Comparison]: (sign: number) => boolean } = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign < 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign > 0,
  '===': () => false,
  '!==': () => true,
}
