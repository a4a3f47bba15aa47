import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Monomial } from '../normal-form/monomial.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import type { RationalPoint } from './candidates.ts'

/** The value of a rational function of the variables; undefined for others, and at a pole. */
export function rationalValue(a: Product, point: RationalPoint): Rational | undefined {
  let value = ofMonomial(a.monomial, point)
  for (const { sum, exponent } of a.factors.values()) {
    const factor = power(ofSum(sum, point), exponent)
    value = value && factor && Q.multiply(value, factor)
  }
  return value && Q.multiply(a.coefficient, value)
}

function ofSum(p: Polynomial, point: RationalPoint): Rational | undefined {
  let sum: Rational | undefined = Q.ZERO
  for (const { coefficient, monomial } of p.terms.values()) {
    const term = ofMonomial(monomial, point)
    sum = sum && term && Q.add(sum, Q.multiply(coefficient, term))
  }
  return sum
}

function ofMonomial({ powers }: Monomial, point: RationalPoint): Rational | undefined {
  let product: Rational | undefined = Q.ONE
  for (const [letter, exponent] of powers) {
    const base = letter.kind === 'variable' ? point.get(letter.name) : undefined
    const factor = exponent.d === 1n ? power(base, Number(exponent.n)) : undefined
    product = product && factor && Q.multiply(product, factor)
  }
  return product
}

function power(base: Rational | undefined, exponent: number): Rational | undefined {
  if (base === undefined || (base.n === 0n && exponent < 0)) return undefined
  return Q.power(base, exponent)
}
