import type { Interval } from './interval.ts'
import * as I from './interval.ts'

/**
 * A whole number in units of 2^−scale, and by how many units it may be off. Each series is cut where
 * its next term is smaller than one unit, never after a fixed number of terms, and the bound counts
 * one unit for every rounding and for the rest of the series.
 */
export interface Fixed {
  readonly value: bigint
  readonly error: bigint
}

export function fixedInterval({ value, error }: Fixed, scale: number, bits: number): Interval {
  return I.rounded(
    { mantissa: value - error, exponent: -scale },
    { mantissa: value + error, exponent: -scale },
    bits,
  )
}

/** Σ factor · Σ (±1)ⁿ / ((2n+1)·base^(2n+1)): Machin's way to a logarithm or to π. */
function machin(
  parts: readonly (readonly [factor: bigint, base: bigint])[],
  scale: number,
  alternating: 1n | -1n,
): Fixed {
  let value = 0n
  let error = 0n
  for (const [factor, base] of parts) {
    let power = (1n << BigInt(scale)) / base
    let part = 0n
    let roundings = 2n
    for (let n = 0n; power !== 0n; n++) {
      part += (alternating === -1n && n % 2n === 1n ? -power : power) / (2n * n + 1n)
      power /= base * base
      roundings += 2n
    }
    value += factor * part
    error += (factor < 0n ? -factor : factor) * roundings
  }
  return { value, error }
}

const LN2 = [
  [18n, 26n],
  [-2n, 4801n],
  [8n, 8749n],
] as const

const PI = [
  [16n, 5n],
  [-4n, 239n],
] as const

/** ln 2 = 18·artanh(1/26) − 2·artanh(1/4801) + 8·artanh(1/8749), a Machin-like formula. */
export const ln2Fixed = remembered((scale) => machin(LN2, scale, 1n))

/** π = 16·arctan(1/5) − 4·arctan(1/239), Machin 1706. */
export const piFixed = remembered((scale) => machin(PI, scale, -1n))

function remembered(work: (scale: number) => Fixed): (scale: number) => Fixed {
  const known = new Map<number, Fixed>()
  return (scale) => {
    const found = known.get(scale) ?? work(scale)
    known.set(scale, found)
    return found
  }
}
