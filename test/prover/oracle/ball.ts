/**
 * Real numbers with a bound of their error, for the tests only: nothing here is shared with the
 * prover's own intervals, neither code nor formulas. A ball is mid ± rad, in units of 2^-BITS.
 */
export interface Ball {
  readonly mid: bigint
  readonly rad: bigint
}

export const BITS = 640
const P = BigInt(BITS)
const ONE = 1n << P
/** Inner computations keep so many bits more. */
const GUARD = 96n

/** The number cannot be told from others closely enough, or is too large. */
export class Unsure extends Error {
  override name = 'Unsure'
}

export function ball(mid: bigint, rad: bigint = 0n): Ball {
  return { mid, rad }
}

export function whole(value: bigint): Ball {
  return ball(value << P)
}

export function fraction(n: bigint, d: bigint): Ball {
  const mid = (n << P) / d
  return ball(mid, mid * d === n << P ? 0n : 1n)
}

export function size(a: bigint): bigint {
  return a < 0n ? -a : a
}

export function add(a: Ball, b: Ball): Ball {
  return ball(a.mid + b.mid, a.rad + b.rad)
}

function negate(a: Ball): Ball {
  return ball(-a.mid, a.rad)
}

export function subtract(a: Ball, b: Ball): Ball {
  return add(a, negate(b))
}

export function multiply(a: Ball, b: Ball): Ball {
  const error = size(a.mid) * b.rad + size(b.mid) * a.rad + a.rad * b.rad
  return ball((a.mid * b.mid) >> P, (error >> P) + 2n)
}

export function divide(a: Ball, b: Ball): Ball {
  const room = size(b.mid) - b.rad
  if (room <= 0n) throw new Unsure('a divisor that may be zero')
  const mid = (a.mid << P) / b.mid
  return ball(mid, ((a.rad << P) + size(mid) * b.rad) / room + 2n)
}

/** 1, −1, or undefined where the ball holds 0. */
export function signOf({ mid, rad }: Ball): 1 | -1 | undefined {
  if (mid > rad) return 1
  return mid < -rad ? -1 : undefined
}

export function areApart(a: Ball, b: Ball): boolean {
  return signOf(subtract(a, b)) !== undefined
}

export function root(a: Ball): Ball {
  if (a.mid - a.rad <= 0n) throw new Unsure('a root of something that may be zero')
  const mid = integerRoot(a.mid << P)
  return ball(mid, (a.rad << P) / integerRoot((a.mid - a.rad) << P) + 2n)
}

function integerRoot(value: bigint): bigint {
  if (value < 2n) return value
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (guess + value / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}

/** Σ 1/(k·2ᵏ) is log 2. */
const LOG_2 = (() => {
  let sum = 0n
  for (let k = 1n; k <= P + GUARD; k++) sum += (1n << (P + GUARD)) / (k << k)
  return sum
})()

export function exp(a: Ball): Ball {
  if (size(a.mid) > 40_000n << P) throw new Unsure('exp of a large number')
  if (a.rad > ONE >> 8n) throw new Unsure('exp of a vague number')
  const work = P + GUARD
  const x = a.mid << GUARD
  const k = x / LOG_2
  const rest = x - k * LOG_2
  let term = 1n << work
  let sum = term
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = ((term * rest) >> work) / n
    sum += term
  }
  const value = k >= 0n ? sum << k : sum >> -k
  const mid = value >> GUARD
  // The series and log 2 are good to 2^-(BITS+60) of the value; the argument's error doubles at most.
  return ball(mid, (size(mid) >> (P + 40n)) + ((size(mid) * 2n * a.rad) >> P) + 2n)
}

/** log x = y + log(x / exp y) for any y; with t = x / exp y − 1 that is t, off by less than t². */
export function log(a: Ball): Ball {
  if (a.mid - a.rad <= 0n) throw new Unsure('log of something that may not be positive')
  let y = firstLog(a.mid)
  for (let step = 0; step < 7; step++) {
    const t = subtract(divide(ball(a.mid), exp(ball(y))), ball(ONE))
    // log(1 + t) by Padé, good to t⁵.
    const t2 = multiply(t, t)
    const top = add(multiply(t, whole(6n)), multiply(t2, whole(3n)))
    const bottom = add(add(whole(6n), multiply(t, whole(6n))), t2)
    y += divide(top, bottom).mid
  }
  const t = subtract(divide(a, exp(ball(y))), ball(ONE))
  const spread = size(t.mid) + t.rad
  return ball(y + t.mid, t.rad + ((spread * spread) >> P) + 2n)
}

function firstLog(mid: bigint): bigint {
  const bits = mid.toString(2).length
  const shift = Math.max(0, bits - 60)
  const value = Math.log(Number(mid >> BigInt(shift))) + (shift - BITS) * Math.LN2
  return fromDouble(value)
}

function fromDouble(value: number): bigint {
  return BigInt(Math.round(value * 2 ** 40)) << (P - 40n)
}

/** π = 24·atan(1/8) + 8·atan(1/57) + 4·atan(1/239), Størmer 1896. */
const PI_WORK = (() => {
  const work = P + GUARD
  const inverse = (base: bigint) => {
    let power = (1n << work) / base
    let sum = 0n
    for (let n = 1n; power !== 0n; n += 2n) {
      sum += n % 4n === 1n ? power / n : -(power / n)
      power /= base * base
    }
    return sum
  }
  return 24n * inverse(8n) + 8n * inverse(57n) + 4n * inverse(239n)
})()

export const PI = ball(PI_WORK >> GUARD, 2n)

export function sinCos(a: Ball): { readonly sin: Ball; readonly cos: Ball } {
  const work = P + GUARD
  const x = a.mid << GUARD
  const half = PI_WORK / 2n
  if (size(x / half) > 1n << 60n) throw new Unsure('sine of a large number')
  const k = (2n * x + half) / (2n * half) - (2n * x + half < 0n ? 1n : 0n)
  const rest = x - k * half
  const sin = series(rest, rest, 1n, work)
  const cos = series(rest, 1n << work, 0n, work)
  const error = a.rad + (size(k) >> 60n) + 2n
  const [s, c] = [ball(sin >> GUARD, error), ball(cos >> GUARD, error)]
  const quarter = ((k % 4n) + 4n) % 4n
  if (quarter === 0n) return { sin: s, cos: c }
  if (quarter === 1n) return { sin: c, cos: negate(s) }
  if (quarter === 2n) return { sin: negate(s), cos: negate(c) }
  return { sin: negate(c), cos: s }
}

function series(x: bigint, first: bigint, start: bigint, work: bigint): bigint {
  const square = (x * x) >> work
  let term = first
  let sum = first
  for (let n = start; term !== 0n && term !== -1n; n += 2n) {
    term = -((term * square) >> work) / ((n + 1n) * (n + 2n))
    sum += term
  }
  return sum
}

/** atan x = y + atan z with z = (x − tan y)/(1 + x·tan y); |atan z − (z − z³/3)| < |z|⁵. */
export function atan(a: Ball): Ball {
  let y = fromDouble(Math.atan(toDouble(a.mid)))
  const remainder = (x: Ball) => {
    const { sin, cos } = sinCos(ball(y))
    return divide(subtract(multiply(x, cos), sin), add(cos, multiply(x, sin)))
  }
  for (let step = 0; step < 5; step++) {
    const z = remainder(ball(a.mid))
    y += subtract(z, divide(multiply(multiply(z, z), z), whole(3n))).mid
  }
  const z = remainder(ball(a.mid))
  const spread = size(z.mid) + z.rad
  // The slope of atan is at most 1.
  return ball(y + z.mid, a.rad + z.rad + ((((spread * spread) >> P) * spread) >> P) + 2n)
}

function toDouble(mid: bigint): number {
  const bits = size(mid).toString(2).length
  const shift = Math.max(0, bits - 60)
  return Number(mid >> BigInt(shift)) * 2 ** Math.max(shift - BITS, -1070)
}

/** 2/√π · Σ (−1)ⁿ x^(2n+1) / (n!·(2n+1)), with as many bits more as the largest term has. */
export function erf(a: Ball): Ball {
  const x = size(a.mid)
  if (x > 30n << P) return ball(a.mid > 0n ? ONE : -ONE, a.rad + 2n)
  const extra = BigInt(Math.ceil(toDouble(x) ** 2 * 3) + 64)
  const work = P + extra
  const at = a.mid << extra
  const square = (at * at) >> work
  let power = at
  let sum = 0n
  for (let n = 0n; power !== 0n && power !== -1n; n++) {
    sum += power / (2n * n + 1n)
    power = -((power * square) >> work) / (n + 1n)
  }
  const scaled = divide(multiply(ball(sum >> extra, 2n), whole(2n)), root(PI))
  // The slope of erf is at most 2/√π.
  return ball(scaled.mid, scaled.rad + 2n * a.rad)
}
