import * as Q from '../../exact/rational.ts'
import type { FunctionName } from '../../formula/expr.ts'
import { pointAt } from './circle.ts'
import { exponential } from './exponential.ts'
import { logarithm, logOfAbsolute } from './logarithm.ts'
import * as Make from './make.ts'
import { absolutePower, rationalPower } from './power.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

type Rule = (setting: Setting, u: Product) => Product | undefined

/** The functions that the algebra knows by itself; undefined outside their domain. */
export const FUNCTIONS: { readonly [name in FunctionName]?: Rule } = {
  exp: exponential,
  log: logarithm,
  sqrt: (setting, u) => rationalPower(setting, u, HALF),
  cbrt,
  sin: (setting, u) => pointAt(setting, u).sin,
  cos: (setting, u) => pointAt(setting, u).cos,
  asinh: odd(asinh),
  acosh,
  atanh,
  erf: odd((setting, u) => Make.opaque(setting.algebra, 'erf', u)),
  atan: odd(atan),
  asin: odd(asin),
}

const HALF = Q.rational(1, 2)

/** f(−u) = −f(u), so that both are made of one letter. */
function odd(rule: Rule): Rule {
  return (setting, u) => {
    if (Pr.isZero(u)) return Pr.ZERO
    if (Q.sign(u.coefficient) > 0) return rule(setting, u)
    const value = rule(setting, Pr.negate(u))
    return value && Pr.negate(value)
  }
}

function cbrt(setting: Setting, u: Product): Product {
  const sign = setting.sign(u)
  if (sign === 0) return Pr.ZERO
  return Pr.scale(absolutePower(setting, u, Q.rational(1, 3)), Q.rational(sign))
}

/** log(u + √(u² + 1)), whose argument is always positive. */
function asinh(setting: Setting, u: Product): Product {
  const { algebra } = setting
  const square = Pr.add(algebra, Pr.power(algebra, u, 2), Pr.ONE)
  const root = absolutePower(setting, square, HALF)
  return logOfAbsolute(setting, Pr.add(algebra, u, root))
}

function acosh(setting: Setting, u: Product): Product | undefined {
  const { algebra } = setting
  if (!setting.isAtLeastZero(Pr.subtract(algebra, u, Pr.ONE))) return undefined
  const square = Pr.subtract(algebra, Pr.power(algebra, u, 2), Pr.ONE)
  const root = rationalPower(setting, square, HALF)
  return root && logOfAbsolute(setting, Pr.add(algebra, u, root))
}

function atanh(setting: Setting, u: Product): Product | undefined {
  const { algebra } = setting
  const above = Pr.add(algebra, Pr.ONE, u)
  const below = Pr.subtract(algebra, Pr.ONE, u)
  if (!setting.isPositive(above) || !setting.isPositive(below)) return undefined
  const difference = Pr.subtract(
    algebra,
    logOfAbsolute(setting, above),
    logOfAbsolute(setting, below),
  )
  return Pr.scale(difference, HALF)
}

function atan(setting: Setting, u: Product): Product {
  const number = Pr.asNumber(u)
  const isOne = number !== undefined && Q.equals(number, Q.ONE)
  const quarter = Pr.scale(Make.constant(setting.algebra, 'pi'), Q.rational(1, 4))
  return isOne ? quarter : Make.opaque(setting.algebra, 'atan', u)
}

function asin(setting: Setting, u: Product): Product | undefined {
  const { algebra } = setting
  const rest = Pr.subtract(algebra, Pr.ONE, Pr.power(algebra, u, 2))
  const sign = setting.sign(rest)
  if (sign < 0) return undefined
  if (sign > 0) return Make.opaque(algebra, 'asin', u)
  const quarter = Pr.scale(Make.constant(algebra, 'pi'), HALF)
  return setting.sign(u) > 0 ? quarter : Pr.negate(quarter)
}
