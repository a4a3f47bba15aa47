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

/** All terms are positive; the rest after a term whose ratio to the one before is at most 1/2 is at most that term. */
function series(square: Interval, bits: number): Interval {
  const doubled = I.multiply(I.exactly(2), square, bits)
  let term = I.exactly(1)
  let sum = term
  for (let n = 1n; ; n++) {
    term = I.divide(I.multiply(term, doubled, bits), I.exactly(2n * n + 1n), bits)
    sum = I.add(sum, term, bits)
    const halving = D.compare(doubled.high, { mantissa: (2n * n + 1n) * 2n, exponent: -2 }) <= 0
    if (halving && D.topBit(term.high) < D.topBit(sum.high) - bits) {
      return { low: sum.low, high: I.add(sum, term, bits).high }
    }
  }
}
