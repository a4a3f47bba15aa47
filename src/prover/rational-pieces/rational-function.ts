import { type Budget, tooMuch } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import type { Sign } from '../../exact/sign-set.ts'
import {
  bitsOf,
  commonDivisor,
  derivative,
  divide,
  multiply,
  add as plus,
  trimmed,
  type Univariate,
} from '../../exact/univariate.ts'
import type { Comparison, Condition, Expr, Operation } from '../../formula/expr.ts'

/** top / bottom in lowest terms; the bottom's leading coefficient is 1. */
export interface RationalFunction {
  readonly top: Univariate
  readonly bottom: Univariate
}

/** The formula is no rational function there, or has no value. */
export class NotRational extends Error {
  override name = 'NotRational'
}

/** One number, or all numbers between two neighbours: wherever each polynomial asked for has one sign. */
export interface Place {
  readonly signOf: (polynomial: Univariate) => Sign
  readonly budget: Budget
}

const MAX_DEGREE = 16

/**
 * What a formula of one variable (written with conditionals) is at a place.
 * @throws NotRational, and Undecided where that takes too much
 */
export function rationalAt(expr: Expr, variable: string, place: Place): RationalFunction {
  const at = (part: Expr) => rationalAt(part, variable, place)
  switch (expr.kind) {
    case 'number': {
      const value = Q.fromDecimal(expr.text)
      if (value === undefined) throw new NotRational('a literal beyond all use')
      return constant(value)
    }
    case 'variable':
      if (expr.name !== variable) throw new NotRational('another variable')
      return { top: [Q.ZERO, Q.ONE], bottom: [Q.ONE] }
    case 'negate':
      return negate(at(expr.operand))
    case 'operation':
      return ofOperation(expr, at, place.budget)
    case 'conditional':
      return at(holdsAt(expr.test, variable, place) ? expr.then : expr.otherwise)
    default:
      throw new NotRational('a function or constant')
  }
}

function ofOperation(
  { operator, left, right }: Operation,
  at: (part: Expr) => RationalFunction,
  budget: Budget,
): RationalFunction {
  const a = at(left)
  const b = at(right)
  switch (operator) {
    case '+':
      return add(a, b, budget)
    case '-':
      return add(a, negate(b), budget)
    case '*':
      return product(a, b, budget)
    case '/':
      return product(a, inverse(b), budget)
    case '**':
      return power(a, b, budget)
  }
}

function product(a: RationalFunction, b: RationalFunction, budget: Budget): RationalFunction {
  return reduced(multiply(a.top, b.top, budget), multiply(a.bottom, b.bottom, budget), budget)
}

function inverse({ top, bottom }: RationalFunction): RationalFunction {
  return { top: bottom, bottom: top }
}

function power(
  base: RationalFunction,
  { top, bottom }: RationalFunction,
  budget: Budget,
): RationalFunction {
  const exponent = top.length > 0 ? Q.divide(top[0] as Q.Rational, bottom[0] as Q.Rational) : Q.ZERO
  const whole = Number(exponent.n)
  if (top.length > 1 || bottom.length > 1 || exponent.d !== 1n || Math.abs(whole) > MAX_DEGREE) {
    throw new NotRational('a power that is not a small whole number')
  }
  let result = constant(Q.ONE)
  const factor = whole < 0 ? inverse(base) : base
  for (let count = 0; count < Math.abs(whole); count++) result = product(result, factor, budget)
  return result
}

function holdsAt(test: Condition, variable: string, place: Place): boolean {
  switch (test.kind) {
    case 'truth':
      return test.value
    case 'not':
      return !holdsAt(test.operand, variable, place)
    case 'and':
      return holdsAt(test.left, variable, place) && holdsAt(test.right, variable, place)
    case 'or':
      return holdsAt(test.left, variable, place) || holdsAt(test.right, variable, place)
    case 'compare': {
      const left = rationalAt(test.left, variable, place)
      const right = rationalAt(test.right, variable, place)
      return HOLDS[test.comparison](signAt(add(left, negate(right), place.budget), place))
    }
  }
}

const HOLDS: { readonly [comparison in Comparison]: (sign: Sign) => boolean } = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
  '===': (sign) => sign === 0,
  '!==': (sign) => sign !== 0,
}

function signAt({ top, bottom }: RationalFunction, place: Place): Sign {
  const below = place.signOf(bottom)
  if (below === 0) throw new NotRational('a comparison at a pole')
  return (place.signOf(top) * below) as Sign
}

function constant(value: Q.Rational): RationalFunction {
  return { top: trimmed([value]), bottom: [Q.ONE] }
}

export function negate({ top, bottom }: RationalFunction): RationalFunction {
  return { top: top.map(Q.negate), bottom }
}

export function add(a: RationalFunction, b: RationalFunction, budget: Budget): RationalFunction {
  return reduced(
    plus(multiply(a.top, b.bottom, budget), multiply(b.top, a.bottom, budget)),
    multiply(a.bottom, b.bottom, budget),
    budget,
  )
}

/** A polynomial with the sign that the derivative has, wherever the function has a value. */
export function slopeSign({ top, bottom }: RationalFunction, budget: Budget): Univariate {
  const falling = multiply(top, derivative(bottom), budget).map(Q.negate)
  return plus(multiply(derivative(top), bottom, budget), falling)
}

function reduced(top: Univariate, bottom: Univariate, budget: Budget): RationalFunction {
  const leading = bottom.at(-1)
  if (leading === undefined) throw new NotRational('a division by zero')
  refuseLarge(top)
  refuseLarge(bottom)
  const shared = bottom.length > 1 && top.length > 0 ? commonDivisor(top, bottom, budget) : [Q.ONE]
  const scale = (p: Univariate) => p.map((coefficient) => Q.divide(coefficient, leading))
  if (top.length === 0) return constant(Q.ZERO)
  if (shared.length <= 1) return { top: scale(top), bottom: scale(bottom) }
  return {
    top: scale(divide(top, shared, budget).quotient),
    bottom: scale(divide(bottom, shared, budget).quotient),
  }
}

/** What exact arithmetic costs grows fast with the degree and the digits: degree times bits. */
const MAX_SIZE = 1500

/** @throws Undecided for what would take longer than a moment, wherever that comes up */
function refuseLarge(p: Univariate): void {
  if (p.length > MAX_DEGREE || (p.length > 2 && p.length * bitsOf(p) > MAX_SIZE)) throw tooMuch()
}
