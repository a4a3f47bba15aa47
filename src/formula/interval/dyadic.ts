import { bitLength } from '../prove/rational.ts'

/** mantissa · 2^exponent, exactly. */
export interface Dyadic {
  readonly mantissa: bigint
  readonly exponent: number
}

export type Rounding = 'down' | 'up'

export const ZERO: Dyadic = { mantissa: 0n, exponent: 0 }
export const ONE: Dyadic = { mantissa: 1n, exponent: 0 }

/** The nearest number of at most `bits` bits that is not larger (down) or not smaller (up). */
export function round(a: Dyadic, bits: number, rounding: Rounding): Dyadic {
  const excess = bitLength(a.mantissa) - bits
  if (excess <= 0) return a
  return { mantissa: shift(a.mantissa, -excess, rounding), exponent: a.exponent + excess }
}

/** mantissa · 2^by as a whole number, rounded as told. */
export function shift(mantissa: bigint, by: number, rounding: Rounding): bigint {
  if (by >= 0) return mantissa << BigInt(by)
  const floor = mantissa >> BigInt(-by)
  return rounding === 'up' && floor << BigInt(-by) !== mantissa ? floor + 1n : floor
}

export function add(a: Dyadic, b: Dyadic): Dyadic {
  const exponent = Math.min(a.exponent, b.exponent)
  if (a.exponent - exponent > 1e5 || b.exponent - exponent > 1e5) return addFarApart(a, b)
  const left = a.mantissa << BigInt(a.exponent - exponent)
  return { mantissa: left + (b.mantissa << BigInt(b.exponent - exponent)), exponent }
}

/** Numbers so different in size are added only where one of them is zero; callers widen otherwise. */
function addFarApart(a: Dyadic, b: Dyadic): Dyadic {
  if (a.mantissa === 0n) return b
  if (b.mantissa === 0n) return a
  throw new RangeError('numbers too far apart in size')
}

export function negate(a: Dyadic): Dyadic {
  return { mantissa: -a.mantissa, exponent: a.exponent }
}

export function multiply(a: Dyadic, b: Dyadic): Dyadic {
  return { mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent }
}

export function sign(a: Dyadic): -1 | 0 | 1 {
  return a.mantissa > 0n ? 1 : a.mantissa < 0n ? -1 : 0
}

export function compare(a: Dyadic, b: Dyadic): -1 | 0 | 1 {
  const left = sign(a)
  const right = sign(b)
  if (left !== right) return left > right ? 1 : -1
  if (left === 0) return 0
  const sizes = topBit(a) - topBit(b)
  if (sizes !== 0) return sizes > 0 === left > 0 ? 1 : -1
  return sign(add(a, negate(b)))
}

/** Position of the highest bit: the number is at least 2^(topBit − 1) and less than 2^topBit in size. */
export function topBit(a: Dyadic): number {
  return bitLength(a.mantissa) + a.exponent
}

export function min(a: Dyadic, b: Dyadic): Dyadic {
  return compare(a, b) <= 0 ? a : b
}

export function max(a: Dyadic, b: Dyadic): Dyadic {
  return compare(a, b) >= 0 ? a : b
}

/** n/d with at most `bits` bits. */
export function quotient(n: bigint, d: bigint, bits: number, rounding: Rounding): Dyadic {
  if (n === 0n) return ZERO
  const scale = bits + bitLength(d) - bitLength(n) + 1
  const above = scale >= 0 ? n << BigInt(scale) : n
  const below = scale >= 0 ? d : d << BigInt(-scale)
  return round({ mantissa: floorDivide(above, below, rounding), exponent: -scale }, bits, rounding)
}

function floorDivide(n: bigint, d: bigint, rounding: Rounding): bigint {
  const truncated = n / d
  const exact = truncated * d === n
  const negative = n < 0n !== d < 0n
  const floor = exact || !negative ? truncated : truncated - 1n
  return rounding === 'up' && !exact ? floor + 1n : floor
}

/** The largest whole number whose square is not larger. */
export function integerRoot(value: bigint): bigint {
  if (value < 2n) return value
  let guess = 1n << BigInt(Math.ceil(bitLength(value) / 2))
  for (;;) {
    const next = (guess + value / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}

/** A decimal text with so many significant digits, for people. */
export function toDecimal(a: Dyadic, digits: number): string {
  if (a.mantissa === 0n) return '0'
  const size = a.mantissa < 0n ? -a.mantissa : a.mantissa
  let power = Math.floor((topBit(a) - 1) * Math.LOG10E * Math.LN2)
  let text = scaledDigits(size, a.exponent, digits - 1 - power)
  if (text.length > digits) {
    power += text.length - digits
    text = scaledDigits(size, a.exponent, digits - 1 - power)
  }
  const fraction = text.slice(1).replace(/0+$/, '')
  const mantissa = fraction === '' ? (text[0] ?? '0') : `${text[0]}.${fraction}`
  const sign = a.mantissa < 0n ? '-' : ''
  return power === 0 ? `${sign}${mantissa}` : `${sign}${mantissa}e${power}`
}

function scaledDigits(size: bigint, exponent: number, tens: number): string {
  const n = tens >= 0 ? size * 10n ** BigInt(tens) : size
  const d = tens >= 0 ? 1n : 10n ** BigInt(-tens)
  const scaled = exponent >= 0 ? (n << BigInt(exponent)) / d : n / (d << BigInt(-exponent))
  return scaled.toString()
}
