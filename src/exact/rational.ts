/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }
export const MINUS_ONE: Rational = { n: -1n, d: 1n }

export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  return reduce(BigInt(n), BigInt(d))
}

function reduce(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('a fraction with denominator 0')
  if (d === 1n) return { n, d }
  const divisor = gcd(n, d)
  const sign = d < 0n ? -1n : 1n
  return { n: (sign * n) / divisor, d: (sign * d) / divisor }
}

/** The greatest common divisor, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n }
  return reduce(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d }
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b))
}

export function multiply(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n }
  return reduce(a.n * b.n, a.d * b.d)
}

export function invert(a: Rational): Rational {
  return a.n < 0n ? { n: -a.d, d: -a.n } : reduce(a.d, a.n)
}

export function divide(a: Rational, b: Rational): Rational {
  return multiply(a, invert(b))
}

/** a to a whole power, which may be negative. */
export function power(a: Rational, exponent: number): Rational {
  if (exponent < 0) return power(invert(a), -exponent)
  return { n: a.n ** BigInt(exponent), d: a.d ** BigInt(exponent) }
}

export function sign(a: Rational): -1 | 0 | 1 {
  return a.n > 0n ? 1 : a.n < 0n ? -1 : 0
}

export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

export function equals(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d
}

export function isInteger(a: Rational): boolean {
  return a.d === 1n
}

/** The largest whole number that is not larger. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient
}

/** The fraction with the smallest denominator strictly between two others (Stern 1858, Brocot 1861). */
export function simplestBetween(low: Rational, high: Rational): Rational {
  if (low.n < 0n && high.n > 0n) return ZERO
  if (high.n <= 0n) return negate(simplestBetween(negate(high), negate(low)))
  const whole = floor(low)
  const next = rational(whole + 1n)
  if (compare(next, high) < 0) return next
  const left = subtract(low, rational(whole))
  const right = subtract(high, rational(whole))
  const inner =
    left.n === 0n
      ? rational(floor(invert(right)) + 1n)
      : simplestBetween(invert(right), invert(left))
  return add(rational(whole), invert(inner))
}

/** `p` or `p/q`. */
export function print(a: Rational): string {
  return a.d === 1n ? String(a.n) : `${a.n}/${a.d}`
}

/** The nearest double, good to a few units in the last place whatever the size of the parts. */
export function toNumber(a: Rational): number {
  const shift = bitLength(a.n) - bitLength(a.d)
  const scale = 64 - shift
  const scaled = scale >= 0 ? (a.n << BigInt(scale)) / a.d : a.n / (a.d << BigInt(-scale))
  const half = Math.trunc(scale / 2)
  return Number(scaled) * 2 ** -half * 2 ** -(scale - half)
}

const scratch = new DataView(new ArrayBuffer(8))

/** By the exponent of the nearest double, which is one too large where rounding reached a power of 2. */
export function bitLength(a: bigint): number {
  const size = a < 0n ? -a : a
  const double = Number(size)
  if (double === 0) return 0
  if (double === Infinity) return bitLengthOfLong(size)
  scratch.setFloat64(0, double)
  const exponent = (scratch.getUint16(0) >> 4) - 1023
  const isPower = (scratch.getUint32(0) & 0xfffff) === 0 && scratch.getUint32(4) === 0
  return isPower && exponent > 52 && size >> BigInt(exponent) === 0n ? exponent : exponent + 1
}

function bitLengthOfLong(size: bigint): number {
  const hex = size.toString(16)
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0] ?? '0', 16)) + 28
}

/** The exact value of a decimal text such as `0.01` or `1e-20`; undefined where the exponent is beyond all use. */
export function fromDecimal(text: string): Rational | undefined {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const shift = Number(exponent) - fraction.length
  if (!Number.isInteger(shift) || Math.abs(shift) > 5000) return undefined
  const digits = BigInt(whole + fraction || '0')
  return shift >= 0
    ? rational(digits * 10n ** BigInt(shift))
    : rational(digits, 10n ** BigInt(-shift))
}

/** The exact value of a finite double. */
export function fromNumber(value: number): Rational {
  let denominator = 0
  let scaled = value
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    denominator++
  }
  return rational(BigInt(scaled), 1n << BigInt(denominator))
}
