import type { Dyadic } from './dyadic.ts'
import * as D from './dyadic.ts'
import * as E from './elementary.ts'
import { type Fixed, fixedInterval, piFixed } from './fixed.ts'
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
function circle(x: Dyadic, bits: number): OnCircle {
  if (x.mantissa === 0n) return { sin: I.exactly(0), cos: I.exactly(1) }
  if (D.topBit(x) > LARGEST_ANGLE_BITS) throw new NoEnclosure('sine of a very large number')
  if (D.topBit(x) < -bits) return nearStart(x, bits)
  const scale = bits + 32 + Math.abs(D.topBit(x))
  // π in units of 2^(1 − scale) is π/2 in units of 2^−scale.
  const halfPi = piFixed(scale - 1)
  const at = D.shift(x.mantissa, x.exponent + scale, 'down')
  const k = at / halfPi.value - (at < 0n ? 1n : 0n)
  const r = at - k * halfPi.value
  const error = 1n + (k < 0n ? -k : k) * halfPi.error
  const s = fixedInterval(series(r, r, 1n, scale, error), scale, bits)
  const c = fixedInterval(series(r, 1n << BigInt(scale), 0n, scale, error), scale, bits)
  const quarter = ((k % 4n) + 4n) % 4n
  if (quarter === 0n) return { sin: s, cos: c }
  if (quarter === 1n) return { sin: c, cos: I.negate(s) }
  if (quarter === 2n) return { sin: I.negate(s), cos: I.negate(c) }
  return { sin: I.negate(c), cos: s }
}

interface OnCircle {
  readonly sin: Interval
  readonly cos: Interval
}

/** |x − sin x| < |x|³ and 1 − cos x < x², for |x| < 2^−bits. */
function nearStart(x: Dyadic, bits: number): OnCircle {
  const share = I.rounded(D.add(D.ONE, { mantissa: -1n, exponent: -2 * bits }), D.ONE, bits)
  return { sin: I.multiply({ low: x, high: x }, share, bits), cos: share }
}

/** Σ (−1)ⁿ r^(2n+start) / (2n+start)! for 0 ≤ r < 2; neither function changes faster than r. */
function series(r: bigint, first: bigint, start: bigint, scale: number, error: bigint): Fixed {
  const by = BigInt(scale)
  const square = (r * r) >> by
  let term = first
  let sum = first
  let roundings = 4n
  for (let n = start; term !== 0n && term !== -1n; n += 2n) {
    term = -((term * square) >> by) / ((n + 1n) * (n + 2n))
    sum += term
    roundings += 3n
  }
  return { value: sum, error: error + roundings }
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

/** For |t| ≤ 1/8, whose slope is at most 1. */
function atanSeries(t: Interval, bits: number): Interval {
  const scale = bits + Math.max(0, -D.topBit(largest(t)))
  const low = D.shift(t.low.mantissa, t.low.exponent + scale, 'down')
  const high = D.shift(t.high.mantissa, t.high.exponent + scale, 'up')
  const by = BigInt(scale)
  const square = (low * low) >> by
  let power = low
  let sum = low
  let roundings = 4n
  for (let n = 3n; power !== 0n && power !== -1n; n += 2n) {
    power = -((power * square) >> by)
    sum += power / n
    roundings += 3n
  }
  return fixedInterval({ value: sum, error: roundings + high - low }, scale, bits)
}

function largest(a: Interval): Dyadic {
  return D.max(D.max(a.high, D.negate(a.high)), D.max(a.low, D.negate(a.low)))
}
