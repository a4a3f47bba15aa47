import { bitLength } from '../rational.ts'

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

/** A decimal text with so many significant digits that is not larger (down) or not smaller (up). */
export function toDecimal(a: Dyadic, digits: number, rounding: Rounding): string {
  if (a.mantissa === 0n) return '0'
  const power = Math.floor((topBit(a) - 1) * Math.LOG10E * Math.LN2)
  let tens = digits - 1 - power
  let scaled = scaledInteger(a, tens, rounding)
  if (String(scaled).replace('-', '').length > digits) {
    tens -= 1
    scaled = scaledInteger(a, tens, rounding)
  }
  return decimalText(scaled, -tens)
}

/** a · 10^tens as a whole number. */
function scaledInteger(a: Dyadic, tens: number, rounding: Rounding): bigint {
  if (Math.abs(tens) > MOST_TENS) return scaledFar(a, tens, rounding)
  const above = tens >= 0 ? a.mantissa * 10n ** BigInt(tens) : a.mantissa
  const below = tens >= 0 ? 1n : 10n ** BigInt(-tens)
  return a.exponent >= 0
    ? floorDivide(above << BigInt(a.exponent), below, rounding)
    : floorDivide(above, below << BigInt(-a.exponent), rounding)
}

/** Beyond this, powers of ten are not written out. */
const MOST_TENS = 3000
const FAR_BITS = 256

function scaledFar(a: Dyadic, tens: number, rounding: Rounding): bigint {
  const outwards = (rounding === 'up') === a.mantissa > 0n
  const shorter = round(a, FAR_BITS, rounding)
  const power = powerOfTen(Math.abs(tens), outwards === tens > 0 ? 'up' : 'down')
  if (tens > 0) {
    const { mantissa, exponent } = multiply(shorter, power)
    return shift(mantissa, exponent, rounding)
  }
  const size = {
    mantissa: floorDivide(shorter.mantissa << BigInt(FAR_BITS * 2), power.mantissa, rounding),
    exponent: shorter.exponent - power.exponent - FAR_BITS * 2,
  }
  return shift(size.mantissa, size.exponent, rounding)
}

/** 10^tens, not smaller or not larger. */
function powerOfTen(tens: number, rounding: Rounding): Dyadic {
  if (tens === 0) return ONE
  const half = powerOfTen(Math.floor(tens / 2), rounding)
  const square = multiply(half, half)
  const whole = tens % 2 === 1 ? multiply(square, { mantissa: 10n, exponent: 0 }) : square
  return round(whole, FAR_BITS, rounding)
}

/** value · 10^exponent, written out where that is short. */
function decimalText(value: bigint, exponent: number): string {
  const sign = value < 0n ? '-' : ''
  const digits = String(value).replace('-', '')
  const point = digits.length + exponent
  if (point > 0 && point <= 21) {
    const whole = digits.padEnd(point, '0').slice(0, point)
    const fraction = digits.slice(point).replace(/0+$/, '')
    return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
  }
  if (point <= 0 && point > -6) {
    return `${sign}0.${'0'.repeat(-point)}${digits.replace(/0+$/, '')}`
  }
  const fraction = digits.slice(1).replace(/0+$/, '')
  const mantissa = fraction === '' ? digits.slice(0, 1) : `${digits.slice(0, 1)}.${fraction}`
  return `${sign}${mantissa}e${point - 1}`
}

/** The largest whole number that is not larger. */
export function floor({ mantissa, exponent }: Dyadic): bigint {
  return shift(mantissa, exponent, 'down')
}
