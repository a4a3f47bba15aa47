import type { Dyadic } from './dyadic.ts'
import * as D from './dyadic.ts'
import * as E from './elementary.ts'
import * as I from './interval.ts'
import { type Interval, NoEnclosure } from './interval.ts'

/** From here on erf differs from 1 by less than any precision that is asked for. */
const LARGEST = 18n

/** erf x = 2x/√π · exp(−x²) · Σ (2x²)ⁿ / (1·3·5 ⋯ (2n+1)), Abramowitz and Stegun 7.1.6. */
export function erf(a: Interval, bits: number): Interval {
  return I.rising(a, (point) => erfAt(point, bits))
}

function erfAt(x: Dyadic, bits: number): Interval {
  if (x.mantissa === 0n) return I.exactly(0)
  if (D.topBit(x) > 64) throw new NoEnclosure('erf of a very large number')
  const size = D.sign(x) < 0 ? D.negate(x) : x
  const value =
    D.compare(size, { mantissa: LARGEST, exponent: 0 }) > 0 ? nearOne() : inside(size, bits)
  return D.sign(x) < 0 ? I.negate(value) : value
}

/** 1 − erf x < exp(−x²) < 2^−467 for x > 18. */
function nearOne(): Interval {
  const gap = { mantissa: -1n, exponent: -467 }
  return { low: D.add(D.ONE, gap), high: D.ONE }
}

function inside(size: Dyadic, bits: number): Interval {
  const x: Interval = { low: size, high: size }
  const work = bits + 24
  const square = I.power(x, 2, work)
  const factor = I.divide(
    I.multiply(I.multiply(I.exactly(2), x, work), E.exp(I.negate(square), work), work),
    E.sqrt(E.pi(work), work),
    work,
  )
  const value = I.multiply(factor, series(square, work), bits)
  return { low: value.low, high: D.min(value.high, D.ONE) }
}

/** All terms are positive; once each is at most half of the one before, the rest is at most the last. */
function series(square: Interval, bits: number): Interval {
  const scale = BigInt(bits)
  const low = D.shift(square.low.mantissa, square.low.exponent + bits + 1, 'down')
  const high = D.shift(square.high.mantissa, square.high.exponent + bits + 1, 'up')
  const below = sumOf(low, scale, 0n)
  const above = sumOf(high, scale, 1n)
  return I.rounded(
    { mantissa: below.sum, exponent: -bits },
    { mantissa: above.sum + above.last, exponent: -bits },
    bits,
  )
}

/** Rounded down for 0, up for 1. */
function sumOf(
  doubled: bigint,
  scale: bigint,
  rounding: 0n | 1n,
): { readonly sum: bigint; readonly last: bigint } {
  let term = 1n << scale
  let sum = term
  for (let n = 1n; ; n++) {
    term = (((term * doubled) >> scale) + rounding) / (2n * n + 1n) + rounding
    sum += term
    const halving = doubled * 2n <= (2n * n + 1n) << scale
    if (halving && term <= 2n) return { sum, last: 2n * term + 2n }
  }
}
