import * as D from '../../exact/interval/dyadic.ts'
import * as E from '../../exact/interval/elementary.ts'
import { erf } from '../../exact/interval/error-function.ts'
import * as I from '../../exact/interval/interval.ts'
import { type Interval, NoEnclosure } from '../../exact/interval/interval.ts'
import * as T from '../../exact/interval/trigonometric.ts'
import { newBudget } from '../../exact/limits.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import { type Isolated, narrow } from '../../exact/real-roots.ts'
import { fromWhole } from '../../exact/univariate.ts'
import { seluConstant } from '../normal-form/constants.ts'
import type { AlgebraicRoot, Generator } from '../normal-form/generator.ts'
import type { Monomial } from '../normal-form/monomial.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'

export type Point = ReadonlyMap<string, Interval>

/** An interval that holds the value at a point. Throws NoEnclosure. */
export function encloseProduct(a: Product, point: Point, bits: number): Interval {
  let result = I.multiply(
    I.fromRational(a.coefficient, bits),
    encloseMonomial(a.monomial, point, bits),
    bits,
  )
  for (const { sum, exponent } of a.factors.values()) {
    result = I.multiply(result, I.power(encloseSum(sum, point, bits), exponent, bits), bits)
  }
  return result
}

export function encloseSum(p: Polynomial, point: Point, bits: number): Interval {
  let sum = I.exactly(0)
  for (const { coefficient, monomial } of p.terms.values()) {
    const term = encloseMonomial(monomial, point, bits)
    sum = I.add(sum, I.multiply(I.fromRational(coefficient, bits), term, bits), bits)
  }
  return sum
}

function encloseMonomial(monomial: Monomial, point: Point, bits: number): Interval {
  let product = I.exactly(1)
  for (const [generator, exponent] of monomial.powers) {
    const base = encloseGenerator(generator, point, bits)
    product = I.multiply(product, rationalPower(base, exponent, bits), bits)
  }
  return product
}

/** A power of a number that is positive where the exponent is no whole number. */
export function rationalPower(base: Interval, exponent: Rational, bits: number): Interval {
  if (exponent.d === 1n && Math.abs(Number(exponent.n)) <= 4096) {
    return I.power(base, Number(exponent.n), bits)
  }
  if (exponent.d === 2n && Math.abs(Number(exponent.n)) <= 4096) {
    return I.power(E.sqrt(base, bits), Number(exponent.n), bits)
  }
  return E.exp(I.multiply(I.fromRational(exponent, bits), E.log(base, bits), bits), bits)
}

function encloseGenerator(generator: Generator, point: Point, bits: number): Interval {
  switch (generator.kind) {
    case 'variable': {
      const value = point.get(generator.name)
      if (value === undefined) throw new NoEnclosure(`no value for ${generator.name}`)
      return value
    }
    case 'constant':
      return generator.name === 'pi' ? E.pi(bits) : seluConstant(generator.name, bits)
    case 'root':
      return encloseSum(generator.of, point, bits)
    case 'exp':
      return E.exp(encloseProduct(generator.of, point, bits), bits)
    case 'log':
      return E.log(absolute(encloseProduct(generator.of, point, bits)), bits)
    case 'cos':
      return T.cos(encloseProduct(generator.of, point, bits), bits)
    case 'sin':
      return T.sin(encloseProduct(generator.of, point, bits), bits)
    case 'erf':
      return erf(encloseProduct(generator.of, point, bits), bits)
    case 'atan':
      return T.atan(encloseProduct(generator.of, point, bits), bits)
    case 'asin':
      return encloseArcsine(encloseProduct(generator.of, point, bits), bits)
    case 'max':
      return generator.of.map((one) => encloseProduct(one, point, bits)).reduce(larger)
    case 'algebraic':
      return encloseRoot(generator.root, bits)
  }
}

/** asin u = atan(u / √(1 − u²)) for |u| < 1. */
export function encloseArcsine(u: Interval, bits: number): Interval {
  const rest = I.subtract(I.exactly(1), I.power(u, 2, bits), bits)
  return T.atan(I.divide(u, E.sqrt(rest, bits), bits), bits)
}

export function absolute(a: Interval): Interval {
  const sign = I.signOf(a)
  if (sign === undefined) return { low: D.ZERO, high: D.max(a.high, D.negate(a.low)) }
  return sign < 0 ? I.negate(a) : a
}

export function larger(a: Interval, b: Interval): Interval {
  return { low: D.max(a.low, b.low), high: D.max(a.high, b.high) }
}

/** How far a root was narrowed already. */
const narrowed = new WeakMap<AlgebraicRoot, Isolated>()

function encloseRoot(root: AlgebraicRoot, bits: number): Interval {
  const p = fromWhole(root.coefficients)
  const budget = newBudget(NARROWING)
  const width = Q.rational(1, 1n << BigInt(bits))
  let isolated = narrowed.get(root) ?? { low: root.low, high: root.high }
  while (Q.compare(Q.subtract(isolated.high, isolated.low), width) > 0) {
    isolated = narrow(p, isolated, budget)
  }
  narrowed.set(root, isolated)
  return I.hull(I.fromRational(isolated.low, bits), I.fromRational(isolated.high, bits))
}

/** Enough for a root of degree 40 and long coefficients. */
const NARROWING = 100_000
