import * as D from '../../exact/interval/dyadic.ts'
import * as E from '../../exact/interval/elementary.ts'
import { erf } from '../../exact/interval/error-function.ts'
import * as I from '../../exact/interval/interval.ts'
import { type Interval, NoEnclosure } from '../../exact/interval/interval.ts'
import * as T from '../../exact/interval/trigonometric.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import { type Isolated, narrow } from '../../exact/real-roots.ts'
import { fromWhole } from '../../exact/univariate.ts'
import { seluConstant } from '../normal-form/constants.ts'
import type { AlgebraicRoot, Generator } from '../normal-form/generator.ts'
import type { Monomial } from '../normal-form/monomial.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import { type Spot, spendOnFunction, spendOnSum } from './spot.ts'

/** An interval that holds the value at a spot. Throws NoEnclosure. */
export function encloseProduct(a: Product, at: Spot): Interval {
  const { bits } = at
  const monomial = encloseMonomial(a.monomial, at)
  let result = I.multiply(I.fromRational(a.coefficient, bits), monomial, bits)
  for (const { sum, exponent } of a.factors.values()) {
    result = I.multiply(result, I.power(encloseSum(sum, at), exponent, bits), bits)
  }
  return result
}

export function encloseSum(p: Polynomial, at: Spot): Interval {
  const { bits } = at
  let sum = I.exactly(0)
  for (const { coefficient, monomial } of p.terms.values()) {
    spendOnSum(at)
    const term = encloseMonomial(monomial, at)
    sum = I.add(sum, I.multiply(I.fromRational(coefficient, bits), term, bits), bits)
  }
  return sum
}

function encloseMonomial(monomial: Monomial, at: Spot): Interval {
  let product = I.exactly(1)
  for (const [letter, exponent] of monomial.powers) {
    spendOnSum(at)
    const power = rationalPower(encloseLetter(letter, at), exponent, at.bits)
    product = I.multiply(product, power, at.bits)
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

function encloseLetter(letter: Generator, at: Spot): Interval {
  if (letter.kind === 'variable') {
    const value = at.values.get(letter.name)
    if (value === undefined) throw new NoEnclosure(`no value for ${letter.name}`)
    return value
  }
  const known = at.letters.get(letter) ?? numbers.get(letter)?.get(at.bits)
  if (known !== undefined) return known
  spendOnFunction(at, letter.kind)
  const value = encloseFunction(letter, at)
  at.letters.set(letter, value)
  if (letter.variables.size === 0) remember(letter, at.bits, value)
  return value
}

/** Letters without variables are the same everywhere. */
const numbers = new WeakMap<Generator, Map<number, Interval>>()

function remember(letter: Generator, bits: number, value: Interval): void {
  const known = numbers.get(letter) ?? new Map<number, Interval>()
  numbers.set(letter, known.set(bits, value))
}

type Function = Exclude<Generator, { readonly kind: 'variable' }>

function encloseFunction(letter: Function, at: Spot): Interval {
  const { bits } = at
  switch (letter.kind) {
    case 'constant':
      return letter.name === 'pi' ? E.pi(bits) : seluConstant(letter.name, bits)
    case 'root':
      return encloseSum(letter.of, at)
    case 'exp':
      return E.exp(encloseProduct(letter.of, at), bits)
    case 'log':
      return E.log(absolute(encloseProduct(letter.of, at)), bits)
    case 'cos':
      return T.cos(encloseProduct(letter.of, at), bits)
    case 'sin':
      return T.sin(encloseProduct(letter.of, at), bits)
    case 'erf':
      return erf(encloseProduct(letter.of, at), bits)
    case 'atan':
      return T.atan(encloseProduct(letter.of, at), bits)
    case 'asin':
      return encloseArcsine(encloseProduct(letter.of, at), bits)
    case 'max':
      return letter.of.map((one) => encloseProduct(one, at)).reduce(larger)
    case 'algebraic':
      return encloseRoot(letter.root, at)
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

function encloseRoot(root: AlgebraicRoot, { bits, budget }: Spot): Interval {
  const p = fromWhole(root.coefficients)
  const width = Q.rational(1, 1n << BigInt(bits))
  let isolated = narrowed.get(root) ?? { low: root.low, high: root.high }
  while (Q.compare(Q.subtract(isolated.high, isolated.low), width) > 0) {
    isolated = narrow(p, isolated, budget)
  }
  narrowed.set(root, isolated)
  return I.hull(I.fromRational(isolated.low, bits), I.fromRational(isolated.high, bits))
}
