import { type Budget, spend, stepsForBits } from './limits.ts'
import { bitLength, gcd } from './rational.ts'

/** A polynomial in one unknown: whole coefficients from the constant upwards, the last one not 0. */
export type WholePolynomial = readonly bigint[]

export function degreeOf(p: WholePolynomial): number {
  return p.length - 1
}

/** The bits of the largest coefficient. */
export function bitsOf(p: WholePolynomial): number {
  return p.reduce((most, coefficient) => Math.max(most, bitLength(coefficient)), 0)
}

/** Divided by what all coefficients have in common; the sign stays. */
function primitive(p: WholePolynomial, budget: Budget): WholePolynomial {
  const bits = bitsOf(p)
  spend(budget, (p.length * bits * stepsForBits(bits)) / 256)
  const content = p.reduce(gcd, 0n)
  return content <= 1n ? p : p.map((coefficient) => coefficient / content)
}

/** A multiple of a by a positive number, less a multiple of b, of smaller degree than b. */
function pseudoRemainder(a: WholePolynomial, b: WholePolynomial, budget: Budget): WholePolynomial {
  const rest = [...a]
  const leading = b.at(-1) ?? 1n
  const size = leading < 0n ? -leading : leading
  while (rest.length >= b.length) {
    spend(budget, 2 * rest.length * stepsForBits(bitsOf(rest) + bitsOf(b)))
    const top = rest.pop() ?? 0n
    const factor = leading < 0n ? -top : top
    const shift = rest.length + 1 - b.length
    for (const [index, value] of rest.entries()) {
      const other = index < shift ? 0n : (b[index - shift] ?? 0n)
      rest[index] = value * size - factor * other
    }
    while (rest.length > 0 && rest.at(-1) === 0n) rest.pop()
  }
  return rest
}

/** The greatest common divisor, primitive and with a positive leading coefficient. */
export function greatestCommonDivisor(
  a: WholePolynomial,
  b: WholePolynomial,
  budget: Budget,
): WholePolynomial {
  if (a.length > 1 && b.length > 1 && areCoprime(a, b, budget)) return [1n]
  let x = primitive(a, budget)
  let y = primitive(b, budget)
  while (y.length > 0) [x, y] = [y, primitive(pseudoRemainder(x, y, budget), budget)]
  return (x.at(-1) ?? 0n) < 0n ? x.map((coefficient) => -coefficient) : x
}

/** The largest prime below 2⁶¹, so that products fit two words. */
const PRIME = 2305843009213693951n

/**
 * Whether two polynomials have no common divisor modulo a prime that divides neither leading
 * coefficient: then they have none at all (Brown 1971). False says nothing.
 */
function areCoprime(a: WholePolynomial, b: WholePolynomial, budget: Budget): boolean {
  spend(budget, 2 * (a.length + b.length) + a.length * b.length)
  let [x, y] = [modulo(a), modulo(b)]
  if (x.length !== a.length || y.length !== b.length) return false
  while (y.length > 1) [x, y] = [y, remainderModulo(x, y)]
  return y.length === 1
}

function modulo(p: WholePolynomial): bigint[] {
  return trimmed(p.map((coefficient) => ((coefficient % PRIME) + PRIME) % PRIME))
}

function trimmed(p: bigint[]): bigint[] {
  while (p.length > 0 && p.at(-1) === 0n) p.pop()
  return p
}

function remainderModulo(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const rest = [...a]
  const inverse = powerModulo(b.at(-1) ?? 1n, PRIME - 2n)
  for (let shift = rest.length - b.length; shift >= 0; shift--) {
    const factor = ((rest[shift + b.length - 1] ?? 0n) * inverse) % PRIME
    for (const [index, value] of b.entries()) {
      const at = shift + index
      rest[at] = ((rest[at] ?? 0n) + (PRIME - factor) * value) % PRIME
    }
  }
  return trimmed(rest.slice(0, b.length - 1))
}

function powerModulo(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
