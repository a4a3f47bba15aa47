import type { Dyadic } from './dyadic.ts'
import * as D from './dyadic.ts'
import { type Fixed, fixedInterval, ln2Fixed, piFixed } from './fixed.ts'
import * as I from './interval.ts'
import { type Interval, NoEnclosure } from './interval.ts'

/** Beyond this the result has an exponent that no caller can use. */
const LARGEST_EXPONENT_BITS = 24

export function exp(a: Interval, bits: number): Interval {
  return I.rising(a, (point) => expAt(point, bits))
}

/** x = k·ln 2 + r with |r| small; exp x = 2^k · exp r. */
function expAt(x: Dyadic, bits: number): Interval {
  if (x.mantissa === 0n) return I.exactly(1)
  if (D.topBit(x) > LARGEST_EXPONENT_BITS) throw new NoEnclosure('exp of a very large number')
  const work = bits + 32 + Math.max(0, D.topBit(x))
  const ln2 = ln2Fixed(work)
  const low = D.shift(x.mantissa, x.exponent + work, 'down')
  const k = Number(low / ln2.value)
  const r = low - BigInt(k) * ln2.value
  const error = 1n + ln2.error * BigInt(Math.abs(k) + 1)
  const series = expSeries(r, work)
  // exp(r + δ) ≤ exp(r)(1 + 2δ) for small δ, and exp(r) < 4.
  return fixedInterval({ value: series.value, error: series.error + 8n * error }, work - k, bits)
}

/** exp r by its series after halving r eight times, squared back. */
function expSeries(r: bigint, work: number): Fixed {
  const halvings = 8
  const scale = work + 2 * halvings
  const small = r << BigInt(halvings)
  let term = 1n << BigInt(scale)
  let sum = term
  let roundings = 1n
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = ((term * small) >> BigInt(scale)) / n
    sum += term
    roundings += 2n
  }
  let error = roundings + 2n
  for (let step = 0; step < halvings; step++) {
    sum = (sum * sum) >> BigInt(scale)
    error = error * 4n + 2n
  }
  return { value: sum >> BigInt(2 * halvings), error: (error >> BigInt(2 * halvings)) + 2n }
}

export function pi(bits: number): Interval {
  const work = bits + 16
  return fixedInterval(piFixed(work), work, bits)
}

/** Throws NoEnclosure unless the whole interval is positive. */
export function log(a: Interval, bits: number): Interval {
  if (I.signOf(a) !== 1) throw new NoEnclosure('log of a number that may not be positive')
  return I.rising(a, (point) => logAt(point, bits))
}

/** x = m·2^k with m between 3/4 and 3/2; log x = k·ln 2 + 2·artanh((m − 1)/(m + 1)). */
function logAt(x: Dyadic, bits: number): Interval {
  if (x.mantissa === 1n && x.exponent === 0) return I.exactly(0)
  let k = D.topBit(x)
  const guard = 40 + Math.ceil(Math.log2(Math.abs(k) + 2))
  const work = bits + guard + cancelledBits(x)
  let m = D.shift(x.mantissa, x.exponent - k + work, 'down')
  if (m * 4n < 3n << BigInt(work)) {
    m = D.shift(x.mantissa, x.exponent - k + 1 + work, 'down')
    k -= 1
  }
  const one = 1n << BigInt(work)
  const t = ((m - one) << BigInt(work)) / (m + one)
  const series = artanhSeries(t, work)
  const ln2 = ln2Fixed(work)
  const value = 2n * series.value + BigInt(k) * ln2.value
  const error = 2n * series.error + 8n + BigInt(Math.abs(k)) * ln2.error
  return fixedInterval({ value, error }, work, bits)
}

/** How many leading bits a number next to 1 has in common with it. */
function cancelledBits(x: Dyadic): number {
  if (D.topBit(x) < 0 || D.topBit(x) > 1) return 0
  const difference = D.add(x, { mantissa: -1n, exponent: 0 })
  return difference.mantissa === 0n ? 0 : Math.max(0, -D.topBit(difference))
}

/** For |t| ≤ 1/5. */
function artanhSeries(t: bigint, work: number): Fixed {
  const square = (t * t) >> BigInt(work)
  let power = t
  let sum = 0n
  let roundings = 2n
  for (let n = 0n; power !== 0n && power !== -1n; n++) {
    sum += power / (2n * n + 1n)
    power = (power * square) >> BigInt(work)
    roundings += 3n
  }
  return { value: sum, error: roundings + 2n }
}

/** Throws NoEnclosure unless the whole interval is at least 0. */
export function sqrt(a: Interval, bits: number): Interval {
  if (D.sign(a.low) < 0) throw new NoEnclosure('square root of a number that may be negative')
  return { low: rootAt(a.low, bits).low, high: rootAt(a.high, bits).high }
}

function rootAt(x: Dyadic, bits: number): Interval {
  if (x.mantissa === 0n) return I.exactly(0)
  const wanted = 2 * bits + 4 - (D.topBit(x) - x.exponent)
  let by = Math.max(wanted, 0)
  if ((x.exponent - by) % 2 !== 0) by += 1
  const scaled = x.mantissa << BigInt(by)
  const root = D.integerRoot(scaled)
  const exponent = (x.exponent - by) / 2
  const exact = root * root === scaled
  return I.rounded(
    { mantissa: root, exponent },
    { mantissa: exact ? root : root + 1n, exponent },
    bits,
  )
}
