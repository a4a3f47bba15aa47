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
import { byFloor } from '../../formula/rounding.ts'
import { seluConstant } from '../normal-form/constants.ts'
import { isNotANumber } from '../normal-form/not-a-number.ts'
import { tryToEnclose } from './certain.ts'
import { absolute, encloseArcsine, larger, rationalPower } from './enclose-product.ts'
import { type Spot, spendOnFunction, spendOnSum } from './spot.ts'

/**
 * An interval that holds the formula's value at a point. Throws NoEnclosure where that is not
 * certain to exist, or where a comparison is not strictly decided: so the formula is continuous
 * around every point that has an enclosure.
 */
export function encloseExpr(expr: Expr, at: Spot): Interval {
  const known = at.parts.get(expr)
  if (known !== undefined) return known
  spendOnSum(at)
  const value = encloseAnew(expr, at)
  at.parts.set(expr, value)
  return value
}

function encloseAnew(expr: Expr, at: Spot): Interval {
  if (expr.derivativeOf !== undefined) refuseKinks(expr.derivativeOf.operand, at)
  switch (expr.kind) {
    case 'number':
      return encloseLiteral(expr.text, at.bits)
    case 'constant':
      return encloseConstant(expr.name, at.bits)
    case 'variable': {
      const value = at.values.get(expr.name)
      if (value === undefined) throw new NoEnclosure(`no value for ${expr.name}`)
      return value
    }
    case 'negate':
      return I.negate(encloseExpr(expr.operand, at))
    case 'operation':
      return encloseOperation(expr, at)
    case 'call':
      return encloseCall(expr, at)
    case 'conditional':
      return encloseExpr(holdsStrictly(expr.test, at) ? expr.then : expr.otherwise, at)
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

function encloseOperation(expr: Operation, at: Spot): Interval {
  const { bits } = at
  const left = encloseExpr(expr.left, at)
  if (expr.operator === '**') return enclosePower(left, expr.right, at)
  const right = encloseExpr(expr.right, at)
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

function enclosePower(base: Interval, exponent: Expr, at: Spot): Interval {
  const { bits } = at
  const literal = rationalOf(exponent)
  if (literal !== undefined && Q.isInteger(literal)) return rationalPower(base, literal, bits)
  if (I.signOf(base) !== 1) throw new NoEnclosure('a power of a number that may not be positive')
  if (literal !== undefined) return rationalPower(base, literal, bits)
  const value = encloseExpr(exponent, at)
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

function encloseCall(expr: Call, at: Spot): Interval {
  const [argument] = expr.args
  if (argument === undefined) throw new NoEnclosure('no argument')
  const continuous = CONTINUOUS[expr.name]
  if (continuous !== undefined) {
    return expr.args.map((one) => encloseExpr(one, at)).reduce(continuous, NO_INTERVAL)
  }
  if (PIECEWISE[expr.name] !== undefined) return encloseExpr(asConditional(expr), at)
  if (expr.name === 'floor') return I.floor(encloseExpr(argument, at))
  const definition = definitionOf(expr) ?? byFloor(expr)
  if (definition !== undefined) return encloseExpr(definition, at)
  spendOnFunction(at, expr.name)
  return encloseFunction(expr, encloseExpr(argument, at), at.bits)
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
function refuseKinks(operand: Expr, at: Spot): void {
  const formula = withConditionals(operand)
  encloseExpr(formula, at)
  for (const switching of switchesOf(formula)) nonzero(encloseExpr(switching, at))
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
export function holdsStrictly(test: Condition, at: Spot): boolean {
  switch (test.kind) {
    case 'truth':
      return test.value
    case 'not':
      return !holdsStrictly(test.operand, at)
    case 'and':
      return holdsStrictly(test.left, at) && holdsStrictly(test.right, at)
    case 'or':
      return holdsStrictly(test.left, at) || holdsStrictly(test.right, at)
    case 'compare':
      return compareStrictly(test, at)
  }
}

function compareStrictly(test: Comparing, at: Spot): boolean {
  const [a, b] = [infinitySign(test.left), infinitySign(test.right)]
  const [left, right] = [enclosedSide(test.left, at), enclosedSide(test.right, at)]
  if (left === undefined || right === undefined) return comparesNothing(test, at)
  if (a !== 0 || b !== 0) return STRICT[test.comparison](a - b)
  const sign = I.signOf(I.subtract(left, right, at.bits))
  if (sign === undefined || sign === 0) throw new NoEnclosure('an undecided comparison')
  return STRICT[test.comparison](sign)
}

type Comparing = Condition & { readonly kind: 'compare' }

/** Infinity is left to its sign. */
function enclosedSide(expr: Expr, at: Spot): Interval | undefined {
  if (infinitySign(expr) !== 0) return NO_INTERVAL
  return tryToEnclose((one) => encloseExpr(expr, one), at)
}

function infinitySign(expr: Expr): number {
  if (expr.kind === 'constant' && expr.name === 'infinity') return 1
  return expr.kind === 'negate' ? 0 - infinitySign(expr.operand) : 0
}

/** What is not a number at the point and around it compares with nothing. */
function comparesNothing({ left, right, comparison }: Comparing, at: Spot): boolean {
  const answers = {
    exists: (expr: Expr) => tryToEnclose((one) => encloseExpr(expr, one), at) !== undefined,
    sign: (expr: Expr) => I.signOf(nonzero(encloseExpr(expr, at))) ?? 0,
    holds: (test: Condition) => holdsStrictly(test, at),
  }
  if ([left, right].some((side) => isNotANumber(side, answers))) return comparison === '!=='
  throw new NoEnclosure('a comparison with what may not exist')
}

const STRICT: { readonly [comparison in Comparison]: (sign: number) => boolean } = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign < 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign > 0,
  '===': () => false,
  '!==': () => true,
}
