/** Exact fractions for the tests only: nothing is shared with the prover's own. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Fraction = { n: 0n, d: 1n }
export const ONE: Fraction = { n: 1n, d: 1n }

export function fraction(n: bigint, d: bigint = 1n): Fraction {
  const shared = divisor(n < 0n ? -n : n, d < 0n ? -d : d) || 1n
  const sign = d < 0n ? -1n : 1n
  return { n: (sign * n) / shared, d: (sign * d) / shared }
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b)
}

/** `-3/2`, `0.01` or `1e-20`. */
export function fromText(text: string): Fraction {
  if (text.includes('/')) {
    const [n = '0', d = '1'] = text.split('/')
    return fraction(BigInt(n), BigInt(d))
  }
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e')
  const negative = mantissa.startsWith('-')
  const [integer = '', decimals = ''] = mantissa.replace('-', '').split('.')
  const tens = BigInt(exponent) - BigInt(decimals.length)
  const digits = BigInt(`${integer}${decimals}` || '0') * (negative ? -1n : 1n)
  return tens >= 0n ? fraction(digits * 10n ** tens) : fraction(digits, 10n ** -tens)
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d)
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d)
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n)
}

export function sign(a: Fraction): number {
  return a.n > 0n ? 1 : a.n < 0n ? -1 : 0
}

export function isOne({ n, d }: Fraction): boolean {
  return n === 1n && d === 1n
}

/** Longer ones are left to the balls. */
export function isShort({ n, d }: Fraction): boolean {
  const limit = 1n << 4000n
  return n < limit && n > -limit && d < limit
}

/** The root of a fraction that is a square. */
export function squareRoot({ n, d }: Fraction): Fraction | undefined {
  const [above, below] = [wholeRoot(n), wholeRoot(d)]
  return above !== undefined && below !== undefined ? { n: above, d: below } : undefined
}

function wholeRoot(value: bigint): bigint | undefined {
  if (value < 0n) return undefined
  let low = 0n
  let high = 1n << BigInt((value.toString(2).length >> 1) + 1)
  while (low < high) {
    const middle = (low + high + 1n) >> 1n
    if (middle * middle <= value) low = middle
    else high = middle - 1n
  }
  return low * low === value ? low : undefined
}
