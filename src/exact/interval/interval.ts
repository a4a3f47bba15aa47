import type { Rational } from '../rational.ts'
import type { Dyadic } from './dyadic.ts'
import * as D from './dyadic.ts'

/** A closed interval that certainly holds the number it stands for. */
export interface Interval {
  readonly low: Dyadic
  readonly high: Dyadic
}

/** No enclosure: the number may not exist, or its size is beyond what is computed. */
export class NoEnclosure extends Error {
  override name = 'NoEnclosure'
}

export function interval(low: Dyadic, high: Dyadic): Interval {
  return { low, high }
}

export function exactly(value: bigint | number): Interval {
  const point = { mantissa: BigInt(value), exponent: 0 }
  return { low: point, high: point }
}

export function fromRational({ n, d }: Rational, bits: number): Interval {
  if (d === 1n) return rounded(exactly(n).low, exactly(n).high, bits)
  return { low: D.quotient(n, d, bits, 'down'), high: D.quotient(n, d, bits, 'up') }
}

export function rounded(low: Dyadic, high: Dyadic, bits: number): Interval {
  return { low: D.round(low, bits, 'down'), high: D.round(high, bits, 'up') }
}

export function negate(a: Interval): Interval {
  return { low: D.negate(a.high), high: D.negate(a.low) }
}

export function add(a: Interval, b: Interval, bits: number): Interval {
  return rounded(sumOf(a.low, b.low, bits, 'down'), sumOf(a.high, b.high, bits, 'up'), bits)
}

/** A summand far below the last bit moves the other one by a bit of its own. */
function sumOf(a: Dyadic, b: Dyadic, bits: number, rounding: D.Rounding): Dyadic {
  if (a.mantissa === 0n) return b
  if (b.mantissa === 0n) return a
  const [large, small] = D.topBit(a) >= D.topBit(b) ? [a, b] : [b, a]
  if (D.topBit(large) - D.topBit(small) <= 4 * bits) return D.add(a, b)
  const nudge = { mantissa: BigInt(D.sign(small)), exponent: D.topBit(large) - 3 * bits }
  const wanted = rounding === 'up' ? 1 : -1
  return D.sign(small) === wanted ? D.add(large, nudge) : large
}

export function subtract(a: Interval, b: Interval, bits: number): Interval {
  return add(a, negate(b), bits)
}

export function multiply(a: Interval, b: Interval, bits: number): Interval {
  const products = [
    D.multiply(a.low, b.low),
    D.multiply(a.low, b.high),
    D.multiply(a.high, b.low),
    D.multiply(a.high, b.high),
  ]
  return rounded(products.reduce(D.min), products.reduce(D.max), bits)
}

/** Throws NoEnclosure where the divisor may be zero. */
export function divide(a: Interval, b: Interval, bits: number): Interval {
  if (signOf(b) === undefined || signOf(b) === 0) throw new NoEnclosure('division by zero')
  return multiply(a, reciprocal(b, bits), bits)
}

function reciprocal(b: Interval, bits: number): Interval {
  return { low: inverse(b.high, bits, 'down'), high: inverse(b.low, bits, 'up') }
}

function inverse(a: Dyadic, bits: number, rounding: D.Rounding): Dyadic {
  const scaled = D.quotient(
    1n,
    a.mantissa < 0n ? -a.mantissa : a.mantissa,
    bits,
    flipFor(a, rounding),
  )
  const size = { mantissa: scaled.mantissa, exponent: scaled.exponent - a.exponent }
  return a.mantissa < 0n ? D.negate(size) : size
}

function flipFor(a: Dyadic, rounding: D.Rounding): D.Rounding {
  if (a.mantissa > 0n) return rounding
  return rounding === 'up' ? 'down' : 'up'
}

/** The sign that all numbers of the interval share, if they do. */
export function signOf(a: Interval): -1 | 0 | 1 | undefined {
  const low = D.sign(a.low)
  const high = D.sign(a.high)
  if (low > 0) return 1
  if (high < 0) return -1
  return low === 0 && high === 0 ? 0 : undefined
}

/** A whole power by repeated squaring; even powers of an interval around 0 start at 0. */
export function power(a: Interval, exponent: number, bits: number): Interval {
  if (exponent < 0) return divide(exactly(1), power(a, -exponent, bits), bits)
  if (exponent === 0) return exactly(1)
  if (exponent % 2 === 0) return power(square(a, bits), exponent / 2, bits)
  if (exponent === 1) return a
  return multiply(a, power(square(a, bits), (exponent - 1) / 2, bits), bits)
}

function square(a: Interval, bits: number): Interval {
  const low = D.multiply(a.low, a.low)
  const high = D.multiply(a.high, a.high)
  const least = signOf(a) === undefined ? D.ZERO : D.min(low, high)
  return rounded(least, D.max(low, high), bits)
}

/** Every number of the one and of the other. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: D.min(a.low, b.low), high: D.max(a.high, b.high) }
}

/** A function that never falls, given by enclosures at points. */
export function rising(a: Interval, at: (point: Dyadic) => Interval): Interval {
  const low = at(a.low)
  return D.compare(a.low, a.high) === 0 ? low : { low: low.low, high: at(a.high).high }
}

/** The floor of every number of the interval, where they share it and none is itself a whole number. */
export function floor({ low, high }: Interval): Interval {
  const below = D.floor(low)
  const isWhole = D.compare(low, exactly(below).low) === 0
  if (isWhole || D.floor(high) !== below) throw new NoEnclosure('a floor that may jump')
  return exactly(below)
}
