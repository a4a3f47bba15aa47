import type { Rational } from './rational.ts'
import * as Q from './rational.ts'
import type { Sign } from './sign-set.ts'

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
  for (const coefficient of [...wholeCoefficients(p)].reverse()) {
    sum = sum * n + coefficient * scale
    scale *= d
  }
  return sum > 0n ? 1 : sum < 0n ? -1 : 0
}

const wholes = new WeakMap<Univariate, readonly bigint[]>()

/** The polynomial times a positive number. */
function wholeCoefficients(p: Univariate): readonly bigint[] {
  const known = wholes.get(p)
  if (known !== undefined) return known
  const shared = p.reduce((all, { d }) => (all * d) / Q.gcd(all, d), 1n)
  const whole = p.map(({ n, d }) => n * (shared / d))
  wholes.set(p, whole)
  return whole
}

export function derivative(p: Univariate): Univariate {
  return p.slice(1).map((coefficient, index) => Q.multiply(coefficient, Q.rational(index + 1)))
}

export function multiply(a: Univariate, b: Univariate): Univariate {
  if (a.length === 0 || b.length === 0) return []
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
): { readonly quotient: Univariate; readonly remainder: Univariate } {
  const rest = [...a]
  const quotient: Rational[] = []
  const leading = b.at(-1) ?? Q.ONE
  for (let shift = a.length - b.length; shift >= 0; shift--) {
    const factor = Q.divide(rest[shift + b.length - 1] ?? Q.ZERO, leading)
    quotient[shift] = factor
    for (const [index, coefficient] of b.entries()) {
      const at = shift + index
      rest[at] = Q.subtract(rest[at] ?? Q.ZERO, Q.multiply(factor, coefficient))
    }
  }
  return { quotient: trimmed(quotient), remainder: trimmed(rest.slice(0, b.length - 1)) }
}

/** The greatest common divisor with leading coefficient 1. */
export function commonDivisor(a: Univariate, b: Univariate): Univariate {
  let x = a
  let y = b
  while (y.length > 0) [x, y] = [y, monic(divide(x, y).remainder)]
  return monic(x)
}

function monic(p: Univariate): Univariate {
  const leading = p.at(-1)
  return leading === undefined ? p : p.map((coefficient) => Q.divide(coefficient, leading))
}

export function squareFree(p: Univariate): Univariate {
  const repeated = commonDivisor(p, derivative(p))
  return repeated.length > 1 ? divide(p, repeated).quotient : p
}

/** Sturm's sequence of a square-free polynomial. */
export function sturmSequence(p: Univariate): readonly Univariate[] {
  const sequence: Univariate[] = [p, derivative(p)]
  for (;;) {
    const last = sequence.at(-1) ?? []
    const { remainder } = divide(sequence.at(-2) ?? [], last)
    if (remainder.length === 0) return sequence
    // Scaled by a positive number: the signs are all that matters, and the coefficients stay small.
    const leading = remainder.at(-1) ?? Q.ONE
    const size = Q.rational(leading.n < 0n ? -leading.n : leading.n, leading.d)
    sequence.push(remainder.map((coefficient) => Q.negate(Q.divide(coefficient, size))))
  }
}

/** The number of roots in (low, high], for ends that are no roots or count as said. */
export function rootsBetween(
  sequence: readonly Univariate[],
  low: Rational,
  high: Rational,
): number {
  return variations(sequence, low) - variations(sequence, high)
}

function variations(sequence: readonly Univariate[], x: Rational): number {
  let count = 0
  let previous: Sign = 0
  for (const p of sequence) {
    const sign = signAt(p, x)
    if (sign === 0) continue
    if (previous !== 0 && sign !== previous) count++
    previous = sign
  }
  return count
}

/** An interval (low, high] with exactly one root of a polynomial, or the root itself twice. */
export interface Isolated {
  readonly low: Rational
  readonly high: Rational
}

/** Isolating intervals of all real roots of a square-free polynomial, in ascending order. */
export function isolateRoots(p: Univariate): readonly Isolated[] {
  if (p.length <= 1) return []
  const sequence = sturmSequence(p)
  const bound = rootBound(p)
  const found: Isolated[] = []
  const open: Isolated[] = [{ low: Q.negate(bound), high: bound }]
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    const count = rootsBetween(sequence, cell.low, cell.high)
    if (count === 1) found.push(cell)
    if (count <= 1) continue
    const middle = Q.divide(Q.add(cell.low, cell.high), Q.rational(2))
    open.push({ low: middle, high: cell.high }, { low: cell.low, high: middle })
  }
  return found.sort((a, b) => Q.compare(a.low, b.low))
}

/** Half of the interval, the one with the root. */
export function narrow(p: Univariate, { low, high }: Isolated): Isolated {
  if (Q.equals(low, high)) return { low, high }
  if (signAt(p, high) === 0) return { low: high, high }
  const middle = Q.divide(Q.add(low, high), Q.rational(2))
  const sign = signAt(p, middle)
  if (sign === 0) return { low: middle, high: middle }
  return sign === signAt(p, high) ? { low, high: middle } : { low: middle, high }
}

/** Cauchy's bound: no root is as large. */
function rootBound(p: Univariate): Rational {
  const leading = p.at(-1) ?? Q.ONE
  let largest = Q.ZERO
  for (const coefficient of p.slice(0, -1)) {
    const ratio = Q.divide(coefficient, leading)
    const size = ratio.n < 0n ? Q.negate(ratio) : ratio
    if (Q.compare(size, largest) > 0) largest = size
  }
  return Q.add(largest, Q.rational(2))
}

/** Rational roots with small numerators and denominators, found by trying the divisors. */
export function rationalRoots(coefficients: readonly bigint[]): readonly Rational[] {
  const constant = coefficients[0] ?? 0n
  const leading = coefficients.at(-1) ?? 1n
  const p = coefficients.map((value) => Q.rational(value))
  const candidates = divisors(constant).flatMap((n) =>
    divisors(leading).flatMap((d) => [Q.rational(n, d), Q.rational(-n, d)]),
  )
  const roots = new Map<string, Rational>()
  for (const candidate of candidates) {
    if (signAt(p, candidate) === 0) roots.set(Q.print(candidate), candidate)
  }
  return [...roots.values()]
}

function divisors(value: bigint): readonly bigint[] {
  const size = value < 0n ? -value : value
  const found: bigint[] = []
  for (let d = 1n; d <= 1000n && d * d <= size; d++) {
    if (size % d === 0n) found.push(d, size / d)
  }
  return found
}
