import { Undecided } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import type { FunctionName } from '../../formula/expr.ts'
import type { Cell } from '../cells/cell.ts'
import { isAtLeastZeroIn, isPositiveIn, signIn } from '../signs/decide-sign.ts'
import { exponential } from './exponential.ts'
import { logarithm, logOfAbsolute } from './logarithm.ts'
import * as Make from './make.ts'
import { absolutePower, rationalPower } from './power.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'

type Rule = (cell: Cell, u: Product) => Product | undefined

/** The functions that the algebra knows by itself; undefined outside their domain. */
export const FUNCTIONS: { readonly [name in FunctionName]?: Rule } = {
  exp: exponential,
  log: logarithm,
  sqrt: (cell, u) => rationalPower(cell, u, HALF),
  cbrt,
  sin: (cell, u) => {
    const { plus, minus, imaginary } = turns(cell, u)
    const twice = Pr.scale(imaginary, Q.rational(2))
    return Pr.divide(cell.algebra, Pr.subtract(cell.algebra, plus, minus), twice)
  },
  cos: (cell, u) => {
    const { plus, minus } = turns(cell, u)
    return Pr.scale(Pr.add(cell.algebra, plus, minus), HALF)
  },
  asinh: odd(asinh),
  acosh,
  atanh,
  erf: odd((cell, u) => Make.opaque(cell.algebra, 'erf', u)),
  atan: odd(atan),
  asin: odd(asin),
}

const HALF = Q.rational(1, 2)

/** f(−u) = −f(u), so that both are made of one letter. */
function odd(rule: Rule): Rule {
  return (cell, u) => {
    if (Pr.isZero(u)) return Pr.ZERO
    if (Q.sign(u.coefficient) > 0) return rule(cell, u)
    const value = rule(cell, Pr.negate(u))
    return value && Pr.negate(value)
  }
}

function cbrt(cell: Cell, u: Product): Product {
  const sign = signIn(cell, u)
  if (sign === 0) return Pr.ZERO
  return Pr.scale(absolutePower(cell, u, Q.rational(1, 3)), Q.rational(sign))
}

/** exp(iu), exp(−iu) and i: sine and cosine are made of them (Euler). */
function turns(cell: Cell, u: Product): { plus: Product; minus: Product; imaginary: Product } {
  if (Make.isComplex(u)) throw new Undecided('a trigonometric function of another one')
  const imaginary = Make.rootOfUnity(cell.algebra, HALF)
  const plus = exponential(cell, Pr.multiply(cell.algebra, imaginary, u))
  return { plus, minus: Pr.power(cell.algebra, plus, -1), imaginary }
}

/** log(u + √(u² + 1)), whose argument is always positive. */
function asinh(cell: Cell, u: Product): Product {
  const { algebra } = cell
  const square = Pr.add(algebra, Pr.power(algebra, u, 2), Pr.ONE)
  const root = absolutePower(cell, square, HALF)
  return logOfAbsolute(cell, Pr.add(algebra, u, root))
}

function acosh(cell: Cell, u: Product): Product | undefined {
  const { algebra } = cell
  if (!isAtLeastZeroIn(cell, Pr.subtract(algebra, u, Pr.ONE))) return undefined
  const square = Pr.subtract(algebra, Pr.power(algebra, u, 2), Pr.ONE)
  const root = rationalPower(cell, square, HALF)
  return root && logOfAbsolute(cell, Pr.add(algebra, u, root))
}

function atanh(cell: Cell, u: Product): Product | undefined {
  const { algebra } = cell
  const above = Pr.add(algebra, Pr.ONE, u)
  const below = Pr.subtract(algebra, Pr.ONE, u)
  if (!isPositiveIn(cell, above) || !isPositiveIn(cell, below)) return undefined
  const difference = Pr.subtract(algebra, logOfAbsolute(cell, above), logOfAbsolute(cell, below))
  return Pr.scale(difference, HALF)
}

function atan(cell: Cell, u: Product): Product {
  if (Make.isComplex(u)) throw new Undecided('the inverse of a trigonometric function')
  const number = Pr.asNumber(u)
  const isOne = number !== undefined && Q.equals(number, Q.ONE)
  const quarter = Pr.scale(Make.constant(cell.algebra, 'pi'), Q.rational(1, 4))
  return isOne ? quarter : Make.opaque(cell.algebra, 'atan', u)
}

function asin(cell: Cell, u: Product): Product | undefined {
  if (Make.isComplex(u)) throw new Undecided('the inverse of a trigonometric function')
  const { algebra } = cell
  const rest = Pr.subtract(algebra, Pr.ONE, Pr.power(algebra, u, 2))
  const sign = signIn(cell, rest)
  if (sign < 0) return undefined
  if (sign > 0) return Make.opaque(algebra, 'asin', u)
  const quarter = Pr.scale(Make.constant(algebra, 'pi'), HALF)
  return signIn(cell, u) > 0 ? quarter : Pr.negate(quarter)
}
