import { Undecided } from '../../exact/limits.ts'
import { primePowers } from '../../exact/primes.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Cell } from '../cells/cell.ts'
import { signIn } from '../signs/decide-sign.ts'
import { exponential } from './exponential.ts'
import type { Generator } from './generator.ts'
import { logarithm } from './logarithm.ts'
import * as Make from './make.ts'
import * as M from './monomial.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'
import { polynomialRoot } from './polynomial-root.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'

/** a ** b as JavaScript has it, over the reals; undefined where it does not exist. */
export function realPower(cell: Cell, a: Product, b: Product): Product | undefined {
  const exponent = Pr.asNumber(b)
  if (exponent !== undefined) return rationalPower(cell, a, exponent)
  const sign = signIn(cell, a)
  if (sign > 0) {
    const log = logarithm(cell, a)
    return log && exponential(cell, Pr.multiply(cell.algebra, b, log))
  }
  if (sign < 0) throw new Undecided('a power of a negative number with a variable exponent')
  const direction = signIn(cell, b)
  return direction < 0 ? undefined : Pr.integer(direction === 0 ? 1 : 0)
}

/** a to a rational power; undefined for 1/0, and for a fractional power of a negative number. */
export function rationalPower(cell: Cell, a: Product, exponent: Rational): Product | undefined {
  if (exponent.n === 0n) return Pr.ONE
  if (Q.isInteger(exponent)) {
    if (exponent.n < 0n && signIsZero(cell, a)) return undefined
    return Pr.power(cell.algebra, a, toSmall(exponent))
  }
  const sign = signIn(cell, a)
  if (sign > 0) return absolutePower(cell, a, exponent)
  return sign === 0 && exponent.n > 0n ? Pr.ZERO : undefined
}

function signIsZero(cell: Cell, a: Product): boolean {
  return signIn(cell, a) === 0
}

function toSmall(exponent: Rational): number {
  const value = Number(exponent.n)
  if (Math.abs(value) > 4096) throw new Undecided('a power is too large to work out exactly')
  return value
}

/** |a|^exponent for a that is not zero. */
export function absolutePower(cell: Cell, a: Product, exponent: Rational): Product {
  const { algebra } = cell
  let result = powerOfNumber(cell, a.coefficient, exponent)
  for (const [generator, own] of a.monomial.powers) {
    const power = powerOfGenerator(cell, generator, Q.multiply(own, exponent))
    result = Pr.multiply(algebra, result, power)
  }
  for (const { sum, exponent: own } of a.factors.values()) {
    const power = powerOfSum(cell, sum, Q.multiply(Q.rational(own), exponent))
    result = Pr.multiply(algebra, result, power)
  }
  return result
}

function powerOfNumber(cell: Cell, value: Rational, exponent: Rational): Product {
  let result = Pr.ONE
  for (const { base, exponent: own } of primePowers(value)) {
    const power = Q.multiply(Q.rational(own), exponent)
    const factor = Make.root(cell.algebra, P.constant(Q.rational(base)), power)
    result = Pr.multiply(cell.algebra, result, factor)
  }
  return result
}

function powerOfGenerator(cell: Cell, generator: Generator, exponent: Rational): Product {
  const alone = Pr.fromGenerator(generator)
  if (generator.positive) {
    return Pr.multiply(cell.algebra, Pr.ONE, Pr.fromGenerator(generator, exponent))
  }
  if (isEven(exponent)) return Pr.power(cell.algebra, alone, toSmall(exponent))
  const size = signIn(cell, alone) < 0 ? Pr.negate(alone) : alone
  if (Q.isInteger(exponent)) return Pr.power(cell.algebra, size, toSmall(exponent))
  const sum = P.fromTerm(size.coefficient, M.single(generator))
  return Make.root(cell.algebra, sum, exponent)
}

function powerOfSum(cell: Cell, sum: Polynomial, exponent: Rational): Product {
  const { algebra } = cell
  const alone = Pr.fromPolynomial(algebra, sum)
  if (isEven(exponent)) return Pr.power(algebra, alone, toSmall(exponent))
  if (!Q.isInteger(exponent)) {
    const inner = polynomialRoot(algebra, sum, Number(exponent.d))
    if (inner !== undefined) {
      const whole = Q.rational(exponent.n)
      return absolutePower(cell, Pr.fromPolynomial(algebra, inner), whole)
    }
  }
  const negative = signIn(cell, alone) < 0
  if (Q.isInteger(exponent)) {
    return Pr.power(algebra, negative ? Pr.negate(alone) : alone, toSmall(exponent))
  }
  return Make.root(algebra, negative ? P.scale(sum, Q.MINUS_ONE) : sum, exponent)
}

function isEven(exponent: Rational): boolean {
  return Q.isInteger(exponent) && exponent.n % 2n === 0n
}
