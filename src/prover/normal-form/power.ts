import { Undecided } from '../../exact/limits.ts'
import { primePowers } from '../../exact/primes.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Generator } from './generator.ts'
import * as Make from './make.ts'
import * as M from './monomial.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'
import { polynomialRoot } from './polynomial-root.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

/** a to a rational power; undefined for 1/0, and for a fractional power of a negative number. */
export function rationalPower(
  setting: Setting,
  a: Product,
  exponent: Rational,
): Product | undefined {
  if (exponent.n === 0n) return Pr.ONE
  if (Q.isInteger(exponent)) {
    if (exponent.n < 0n && setting.isZero(a)) return undefined
    return Pr.power(setting.algebra, a, toSmall(exponent))
  }
  const sign = setting.sign(a)
  if (sign > 0) return absolutePower(setting, a, exponent)
  return sign === 0 && exponent.n > 0n ? Pr.ZERO : undefined
}

function toSmall(exponent: Rational): number {
  const value = Number(exponent.n)
  if (Math.abs(value) > 4096) throw new Undecided('a power is too large to work out exactly')
  return value
}

/** |a|^exponent for a that is not zero. */
export function absolutePower(setting: Setting, a: Product, exponent: Rational): Product {
  const { algebra } = setting
  let result = powerOfNumber(setting, a.coefficient, exponent)
  for (const [generator, own] of a.monomial.powers) {
    const power = powerOfGenerator(setting, generator, Q.multiply(own, exponent))
    result = Pr.multiply(algebra, result, power)
  }
  for (const { sum, exponent: own } of a.factors.values()) {
    const power = powerOfSum(setting, sum, Q.multiply(Q.rational(own), exponent))
    result = Pr.multiply(algebra, result, power)
  }
  return result
}

function powerOfNumber(setting: Setting, value: Rational, exponent: Rational): Product {
  let result = Pr.ONE
  for (const { base, exponent: own } of primePowers(value)) {
    const power = Q.multiply(Q.rational(own), exponent)
    const factor = Make.root(setting.algebra, P.constant(Q.rational(base)), power)
    result = Pr.multiply(setting.algebra, result, factor)
  }
  return result
}

function powerOfGenerator(setting: Setting, generator: Generator, exponent: Rational): Product {
  const alone = Pr.fromGenerator(generator)
  if (generator.positive) {
    return Pr.multiply(setting.algebra, Pr.ONE, Pr.fromGenerator(generator, exponent))
  }
  if (isEven(exponent)) return Pr.power(setting.algebra, alone, toSmall(exponent))
  const size = setting.sign(alone) < 0 ? Pr.negate(alone) : alone
  if (Q.isInteger(exponent)) return Pr.power(setting.algebra, size, toSmall(exponent))
  const sum = P.fromTerm(size.coefficient, M.single(generator))
  return Make.root(setting.algebra, sum, exponent)
}

function powerOfSum(setting: Setting, sum: Polynomial, exponent: Rational): Product {
  const { algebra } = setting
  const alone = Pr.fromPolynomial(algebra, sum)
  if (isEven(exponent)) return Pr.power(algebra, alone, toSmall(exponent))
  if (!Q.isInteger(exponent)) {
    const inner = polynomialRoot(algebra, sum, Number(exponent.d))
    if (inner !== undefined) {
      const whole = Q.rational(exponent.n)
      return absolutePower(setting, Pr.fromPolynomial(algebra, inner), whole)
    }
  }
  const negative = setting.sign(alone) < 0
  if (Q.isInteger(exponent)) {
    return Pr.power(algebra, negative ? Pr.negate(alone) : alone, toSmall(exponent))
  }
  return Make.root(algebra, negative ? P.scale(sum, Q.MINUS_ONE) : sum, exponent)
}

function isEven(exponent: Rational): boolean {
  return Q.isInteger(exponent) && exponent.n % 2n === 0n
}
