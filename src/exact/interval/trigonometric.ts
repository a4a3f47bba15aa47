import type { Dyadic } from './dyadic.ts'
import * as D from './dyadic.ts'
import * as E from './elementary.ts'
import * as I from './interval.ts'
import { type Interval, NoEnclosure } from './interval.ts'

/** Beyond this the reduction by π would need more digits than it is worth. */
const LARGEST_ANGLE_BITS = 64

export function sin(a: Interval, bits: number): Interval {
  return nearby(a, bits, (x, work) => circle(x, work).sin)
}

export function cos(a: Interval, bits: number): Interval {
  return nearby(a, bits, (x, work) => circle(x, work).cos)
}

/** The value at the middle, widened by the radius: neither function changes faster than its argument. */
function nearby(a: Interval, bits: number, at: (x: Dyadic, work: number) => Interval): Interval {
  const middle = D.add(a.low, a.high)
  const centre = { mantissa: middle.mantissa, exponent: middle.exponent - 1 }
  const radius = D.add(a.high, D.negate(centre))
  const value = at(centre, bits + 8)
  const widened = I.add(value, { low: D.negate(radius), high: radius }, bits)
  const one = I.exactly(1)
  return {
    low: D.max(widened.low, D.negate(one.low)),
    high: D.min(widened.high, one.high),
  }
}

/** sin and cos of x = k·π/2 + r, from the series at r. */
function circle(x: Dyadic, bits: number): { readonly sin: Interval; readonly cos: Interval } {
  if (x.mantissa === 0n) return { sin: I.exactly(0), cos: I.exactly(1) }
  if (D.topBit(x) > LARGEST_ANGLE_BITS) throw new NoEnclosure('sine of a very large number')
  const work = bits + 16 + Math.max(0, D.topBit(x))
  const halfPi = I.multiply(E.pi(work), { low: HALF, high: HALF }, work)
  const turns = I.divide({ low: x, high: x }, halfPi, work)
  const k = D.shift(turns.low.mantissa, turns.low.exponent, 'down')
  const r = I.subtract({ low: x, high: x }, I.multiply(I.exactly(k), halfPi, work), work)
  const s = series(r, 1n, work)
  const c = series(r, 0n, work)
  const quarter = ((k % 4n) + 4n) % 4n
  if (quarter === 0n) return { sin: s, cos: c }
  if (quarter === 1n) return { sin: c, cos: I.negate(s) }
  if (quarter === 2n) return { sin: I.negate(s), cos: I.negate(c) }
  return { sin: I.negate(c), cos: s }
}

const HALF: Dyadic = { mantissa: 1n, exponent: -1 }

/** Σ (−1)ⁿ r^(2n+first) / (2n+first)!, with the size of the next term as the bound of the rest (|r| < 2). */
function series(r: Interval, first: bigint, bits: number): Interval {
  const square = I.multiply(r, r, bits)
  let term = first === 1n ? r : I.exactly(1)
  let sum = term
  for (let n = first + 2n; ; n += 2n) {
    const divisor = I.exactly(n * (n - 1n))
    term = I.negate(I.divide(I.multiply(term, square, bits), divisor, bits))
    sum = I.add(sum, term, bits)
    const size = largest(term)
    // From here on each term is less than half of the one before.
    if (n > 4n && (size.mantissa === 0n || D.topBit(size) < -bits)) {
      return I.add(sum, { low: D.negate(size), high: size }, bits)
    }
  }
}

function largest(a: Interval): Dyadic {
  return D.max(D.max(a.high, D.negate(a.high)), D.max(a.low, D.negate(a.low)))
}

export function atan(a: Interval, bits: number): Interval {
  return I.rising(a, (point) => atanAt(point, bits))
}

/** Halved three times by atan x = 2·atan(x / (1 + √(1 + x²))), then the alternating series. */
function atanAt(x: Dyadic, bits: number): Interval {
  const work = bits + 24
  let reduced: Interval = { low: x, high: x }
  const halvings = 4
  for (let step = 0; step < halvings; step++) {
    const root = E.sqrt(I.add(I.exactly(1), I.power(reduced, 2, work), work), work)
    reduced = I.divide(reduced, I.add(I.exactly(1), root, work), work)
  }
  const value = atanSeries(reduced, work)
  const factor = { mantissa: 1n, exponent: halvings }
  return I.rounded(D.multiply(value.low, factor), D.multiply(value.high, factor), bits)
}

/** For |t| ≤ 1/8: each term is less than a sixteenth of the one before. */
function atanSeries(t: Interval, bits: number): Interval {
  const square = I.negate(I.power(t, 2, bits))
  let power = t
  let sum = t
  for (let n = 3n; ; n += 2n) {
    power = I.multiply(power, square, bits)
    const term = I.divide(power, I.exactly(n), bits)
    sum = I.add(sum, term, bits)
    const size = largest(term)
    if (size.mantissa === 0n || D.topBit(size) < D.topBit(largest(t)) - bits) {
      return I.add(sum, { low: D.negate(size), high: size }, bits)
    }
  }
}
