import { spend, Undecided } from '../../exact/limits.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Algebra } from './algebra.ts'
import * as A from './algebra.ts'
import { sineKey } from './generator.ts'
import type { Factor, Generator, Polynomial, Product, Term } from './letters.ts'
import * as M from './monomial.ts'
import * as P from './polynomial.ts'

export type { Product } from './letters.ts'

const NO_FACTORS: ReadonlyMap<string, Factor> = new Map()
const MAX_EXPONENT = 4096

export const ZERO: Product = { coefficient: Q.ZERO, monomial: M.UNIT, factors: NO_FACTORS }
export const ONE: Product = number(Q.ONE)

export function number(value: Rational): Product {
  return { coefficient: value, monomial: M.UNIT, factors: NO_FACTORS }
}

export function integer(value: number): Product {
  return number(Q.rational(value))
}

export function fromGenerator(generator: Generator, exponent: Rational = Q.ONE): Product {
  return {
    coefficient: Q.ONE,
    monomial: M.single(generator, exponent),
    factors: NO_FACTORS,
  }
}

export function isZero(a: Product): boolean {
  return a.coefficient.n === 0n
}

/** The rational number that it is, if it is one. */
export function asNumber(a: Product): Rational | undefined {
  if (isZero(a)) return Q.ZERO
  return a.monomial.powers.length === 0 && a.factors.size === 0 ? a.coefficient : undefined
}

/** Equal keys are equal values (not the other way round). */
export function keyOf(a: Product): string {
  const factors = [...a.factors].map(([key, { exponent }]) => `(${key})^${exponent}`).sort()
  return `${Q.print(a.coefficient)}*${a.monomial.key}*${factors.join('*')}`
}

export function negate(a: Product): Product {
  return scale(a, Q.MINUS_ONE)
}

export function scale(a: Product, by: Rational): Product {
  if (by.n === 0n) return ZERO
  return { ...a, coefficient: Q.multiply(a.coefficient, by) }
}

export function multiply(algebra: Algebra, a: Product, b: Product): Product {
  if (isZero(a) || isZero(b)) return ZERO
  spend(algebra.budget, 1)
  return settle(algebra, {
    coefficient: Q.multiply(a.coefficient, b.coefficient),
    monomial: M.multiply(a.monomial, b.monomial),
    factors: mergeFactors(a.factors, b.factors),
  })
}

export function divide(algebra: Algebra, a: Product, b: Product): Product {
  return multiply(algebra, a, power(algebra, b, -1))
}

/** A whole power; the base must not be zero where the power is not positive. */
export function power(algebra: Algebra, a: Product, exponent: number): Product {
  if (exponent === 0) return ONE
  if (isZero(a)) return ZERO
  const size = Math.abs(exponent) * Math.max(1, Q.bitLength(a.coefficient.n * a.coefficient.d))
  if (size > MAX_EXPONENT * 16) throw new Undecided('a power is too large to work out exactly')
  const factors = new Map<string, Factor>()
  for (const [key, factor] of a.factors) {
    factors.set(key, { sum: factor.sum, exponent: factor.exponent * exponent })
  }
  return settle(algebra, {
    coefficient: Q.power(a.coefficient, exponent),
    monomial: M.power(a.monomial, Q.rational(exponent)),
    factors,
  })
}

export function add(algebra: Algebra, a: Product, b: Product): Product {
  if (isZero(a)) return b
  if (isZero(b)) return a
  const monomial = M.commonPart(a.monomial, b.monomial)
  const factors = commonFactors(a.factors, b.factors)
  const common: Product = { coefficient: Q.ONE, monomial, factors }
  const sum = P.add(remainder(algebra, a, common), remainder(algebra, b, common))
  return multiply(algebra, fromPolynomial(algebra, sum), common)
}

export function subtract(algebra: Algebra, a: Product, b: Product): Product {
  return add(algebra, a, negate(b))
}

/** A polynomial with its content, its monomial and its sign taken out of the sum. */
export function fromPolynomial(algebra: Algebra, p: Polynomial): Product {
  spend(algebra.budget, p.terms.size)
  const terms = P.sortedTerms(p)
  const [first] = terms
  if (first === undefined) return ZERO
  const monomial = terms.reduce(
    (common, term) => M.commonPart(common, term.monomial),
    first.monomial,
  )
  const content = Q.multiply(contentOf(terms), Q.rational(Q.sign(first.coefficient)))
  const alone: Product = { coefficient: content, monomial, factors: NO_FACTORS }
  if (terms.length === 1) return settle(algebra, alone)
  const sum = P.scale(p, Q.invert(content), M.power(monomial, Q.MINUS_ONE))
  const sine = sineBehind(algebra, sum)
  if (sine !== undefined)
    return multiply(algebra, negate(alone), fromGenerator(sine, Q.rational(2)))
  const factors = new Map([[P.keyOf(sum), { sum, exponent: 1 }]])
  return settle(algebra, { ...alone, factors })
}

/** The sine whose square is 1 less the given sum, cos² − 1. */
function sineBehind({ registry }: Algebra, sum: Polynomial): Generator | undefined {
  if (sum.terms.size !== 2 || !sum.terms.has(M.UNIT.key)) return undefined
  const [{ coefficient, monomial }, rest] = P.sortedTerms(sum) as [Term, Term]
  const [power, ...others] = monomial.powers
  const isSquare = power?.[0].kind === 'cos' && Q.equals(power[1], Q.rational(2))
  if (!isSquare || others.length > 0 || !Q.equals(coefficient, Q.negate(rest.coefficient))) {
    return undefined
  }
  return registry.byKey.get(sineKey(power[0].key))
}

/** The numerator and the denominator multiplied out; the denominator takes every negative power. */
export function asFraction(
  algebra: Algebra,
  a: Product,
): { readonly numerator: Polynomial; readonly denominator: Product } {
  const below = a.monomial.powers.filter(([, exponent]) => exponent.n < 0n)
  const factors = new Map([...a.factors].filter(([, { exponent }]) => exponent < 0))
  const denominator: Product = { coefficient: Q.ONE, monomial: M.monomial(below), factors }
  return { numerator: remainder(algebra, a, denominator), denominator }
}

/** What is left of a product when a part that divides it is taken out, multiplied out. */
function remainder(algebra: Algebra, a: Product, part: Product): Polynomial {
  let result = A.reduce(algebra, P.fromTerm(a.coefficient, M.divide(a.monomial, part.monomial)))
  const times = (p: Polynomial, q: Polynomial) => A.multiply(algebra, p, q)
  for (const [key, { sum, exponent }] of a.factors) {
    const left = exponent - (part.factors.get(key)?.exponent ?? 0)
    if (left > MAX_EXPONENT) throw new Undecided('a power is too large to multiply out')
    result = times(result, P.power(sum, left, times))
  }
  for (const [key, { sum, exponent }] of part.factors) {
    if (!a.factors.has(key)) result = times(result, P.power(sum, -exponent, times))
  }
  return result
}

/** Whole powers of roots become factors or numbers. */
function settle(algebra: Algebra, a: Product): Product {
  for (const [generator, exponent] of a.monomial.powers) {
    if (generator.kind !== 'root') continue
    const whole = Number(Q.floor(exponent))
    if (whole === 0) continue
    const taken = M.single(generator, Q.rational(whole))
    const rest: Product = { ...a, monomial: M.divide(a.monomial, taken) }
    const base = fromPolynomial(algebra, generator.of)
    return multiply(algebra, rest, power(algebra, base, whole))
  }
  return a
}

function mergeFactors(
  a: ReadonlyMap<string, Factor>,
  b: ReadonlyMap<string, Factor>,
): ReadonlyMap<string, Factor> {
  if (a.size === 0) return b
  if (b.size === 0) return a
  const merged = new Map(a)
  for (const [key, { sum, exponent }] of b) {
    const total = exponent + (merged.get(key)?.exponent ?? 0)
    if (total === 0) merged.delete(key)
    else merged.set(key, { sum, exponent: total })
  }
  return merged
}

function commonFactors(
  a: ReadonlyMap<string, Factor>,
  b: ReadonlyMap<string, Factor>,
): ReadonlyMap<string, Factor> {
  const common = new Map<string, Factor>()
  for (const [key, { sum, exponent }] of [...a, ...b]) {
    const least = Math.min(a.get(key)?.exponent ?? 0, b.get(key)?.exponent ?? 0)
    if (least !== 0 && !common.has(key)) common.set(key, { sum, exponent: least })
    else if (exponent === 0) common.delete(key)
  }
  return common
}

/** The largest rational number that leaves whole coefficients without a common divisor. */
export function contentOf(terms: readonly { readonly coefficient: Rational }[]): Rational {
  let above = 0n
  let below = 1n
  for (const { coefficient } of terms) {
    above = Q.gcd(above, coefficient.n)
    below = (below / Q.gcd(below, coefficient.d)) * coefficient.d
  }
  return Q.rational(above, below)
}
