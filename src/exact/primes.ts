import type { Rational } from './rational.ts'

/** base^exponent; the base is a prime, or what is left when the small primes are taken out. */
export interface PrimePower {
  readonly base: bigint
  readonly exponent: number
}

const LARGEST_TRIED = 1000n

/** |value| as a product of powers. Equal bases are equal numbers; nothing more is promised of large ones. */
export function primePowers(value: Rational): readonly PrimePower[] {
  return [...wholePowers(value.n < 0n ? -value.n : value.n, 1), ...wholePowers(value.d, -1)]
}

function wholePowers(value: bigint, sign: 1 | -1): readonly PrimePower[] {
  const found: PrimePower[] = []
  let rest = value
  for (let base = 2n; base <= LARGEST_TRIED && base * base <= rest; base += base === 2n ? 1n : 2n) {
    let exponent = 0
    while (rest % base === 0n) {
      rest /= base
      exponent++
    }
    if (exponent > 0) found.push({ base, exponent: sign * exponent })
  }
  if (rest > 1n) found.push({ base: rest, exponent: sign })
  return found
}
