import { type Budget, spend, stepsForBits } from './limits.ts'
import type { Rational } from './rational.ts'
import * as Q from './rational.ts'
import type { Sign } from './sign-set.ts'
import { greatestCommonDivisor, type WholePolynomial } from './whole-polynomial.ts'

/** A polynomial in one unknown: rational coefficients from the constant upwards, the last one not 0. */
export type Univariate = readonly Rational[]

export function trimmed(p: Univariate): Univariate {
  let length = p.length
  while (length > 0 && p[length - 1]?.n === 0n) length--
  return p.slice(0, length)
}

/** By whole numbers, since fractions would be reduced at every step. */
export function signAt(p: Univariate, { n, d }: Rational): Sign {
  let sum = 0n
  let scale = 1n
  const whole = wholeOf(p)
  for (let index = whole.length - 1; index >= 0; index--) {
    sum = sum * n + (whole[index] ?? 0n) * scale
    scale *= d
  }
  return sum > 0n ? 1 : sum < 0n ? -1 : 0
}

const wholes = new WeakMap<Univariate, WholePolynomial>()

/** The polynomial times a positive number. */
export function wholeOf(p: Univariate): WholePolynomial {
  const known = wholes.get(p)
  if (known !== undefined) return known
  const shared = p.reduce((all, { d }) => (all * d) / Q.gcd(all, d), 1n)
  const whole = p.map(({ n, d }) => n * (shared / d))
  wholes.set(p, whole)
  return whole
}

export function fromWhole(whole: WholePolynomial): Univariate {
  const p = whole.map((coefficient) => Q.rational(coefficient))
  wholes.set(p, whole)
  return p
}

/** The bits of the longest coefficient, numerator and denominator together. */
export function bitsOf(p: Univariate): number {
  return p.reduce((most, { n, d }) => Math.max(most, Q.bitLength(n) + Q.bitLength(d)), 0)
}

export function derivative(p: Univariate): Univariate {
  return p.slice(1).map((coefficient, index) => Q.multiply(coefficient, Q.rational(index + 1)))
}

export function add(a: Univariate, b: Univariate): Univariate {
  const length = Math.max(a.length, b.length)
  return trimmed(
    Array.from({ length }, (_, index) => Q.add(a[index] ?? Q.ZERO, b[index] ?? Q.ZERO)),
  )
}

export function multiply(a: Univariate, b: Univariate, budget: Budget): Univariate {
  if (a.length === 0 || b.length === 0) return []
  spendOnTable(a, b, budget)
  const result: Rational[] = Array.from({ length: a.length + b.length - 1 }, () => Q.ZERO)
  for (const [i, x] of a.entries()) {
    for (const [j, y] of b.entries()) {
      result[i + j] = Q.add(result[i + j] ?? Q.ZERO, Q.multiply(x, y))
    }
  }
  return result
}

export function divide(
  a: Univariate,
  b: Univariate,
  budget: Budget,
): { readonly quotient: Univariate; readonly remainder: Univariate } {
  const rest = [...a]
  const quotient: Rational[] = []
  const leading = b.at(-1) ?? Q.ONE
  for (let shift = a.length - b.length; shift >= 0; shift--) {
    spendOnTable(rest, [leading], budget)
    const factor = Q.divide(rest[shift + b.length - 1] ?? Q.ZERO, leading)
    quotient[shift] = factor
    for (const [index, coefficient] of b.entries()) {
      const at = shift + index
      rest[at] = Q.subtract(rest[at] ?? Q.ZERO, Q.multiply(factor, coefficient))
    }
  }
  return { quotient: trimmed(quotient), remainder: trimmed(rest.slice(0, b.length - 1)) }
}

/** Fractions are reduced at every step, which costs as many divisions as they have bits. */
function spendOnTable(a: Univariate, b: Univariate, budget: Budget): void {
  const bits = bitsOf(a) + bitsOf(b)
  spend(budget, a.length * b.length * (1 + bits / 64) * stepsForBits(bits))
}

/** The greatest common divisor with leading coefficient 1. */
export function commonDivisor(a: Univariate, b: Univariate, budget: Budget): Univariate {
  return monic(fromWhole(greatestCommonDivisor(wholeOf(a), wholeOf(b), budget)))
}

function monic(p: Univariate): Univariate {
  const leading = p.at(-1)
  return leading === undefined ? p : p.map((coefficient) => Q.divide(coefficient, leading))
}

export function squareFree(p: Univariate, budget: Budget): Univariate {
  if (p.length <= 2) return p
  const repeated = commonDivisor(p, derivative(p), budget)
  return repeated.length > 1 ? divide(p, repeated, budget).quotient : p
}
