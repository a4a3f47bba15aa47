/**
 * Functions that JavaScript's Math lacks, in float64, finite wherever the true value is. Each is
 * written so that nothing cancels and nothing overflows on the way.
 */

export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x))
  const e = Math.exp(x)
  return e / (1 + e)
}

export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
}

export function sech(x: number): number {
  const e = Math.exp(-Math.abs(x))
  return (2 * e) / (1 + e * e)
}

export function csch(x: number): number {
  if (Math.abs(x) < 1) return 1 / Math.sinh(x)
  const e = Math.exp(-Math.abs(x))
  return (Math.sign(x) * 2 * e) / (1 - e * e)
}

/** x · sigmoid(x), which is 0 at −∞ and not NaN. */
export function silu(x: number): number {
  return x === -Infinity ? -0 : x * sigmoid(x)
}

/** x · tanh(softplus(x)), with the tanh as a quotient of sums of positive terms. */
export function mish(x: number): number {
  if (x === -Infinity) return -0
  if (x >= 0) {
    const e = Math.exp(-x)
    return (x * (1 + 2 * e)) / (1 + 2 * e + 2 * e * e)
  }
  const e = Math.exp(x)
  return (x * (e * e + 2 * e)) / (e * e + 2 * e + 2)
}

/** Φ(x)·x with the normal distribution function in its tail form. */
export function gelu(x: number): number {
  return x === -Infinity ? -0 : 0.5 * x * erfc(-x * Math.SQRT1_2)
}

export function geluTanh(x: number): number {
  if (Math.abs(x) > 1e100) return x > 0 ? x : -0
  return x * sigmoid(2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))
}

const TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI)

/** Error function; Abramowitz and Stegun 7.1.6 (all terms of one sign) below 2, the tail above. */
export function erf(x: number): number {
  const size = Math.abs(x)
  if (Number.isNaN(size)) return Number.NaN
  if (size > 2) return Math.sign(x) * (1 - erfcTail(size))
  return TWO_OVER_SQRT_PI * expOfMinusSquare(x) * erfSeries(x)
}

/** Complementary error function, with the full relative precision in the tail. */
export function erfc(x: number): number {
  if (x > 1) return erfcTail(x)
  return 1 - erf(x)
}

/** x · Σ (2x²)ⁿ / (1·3·5 ⋯ (2n+1)). */
function erfSeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-18; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return sum
}

/** Continued fraction, Abramowitz and Stegun 7.1.14, for x > 1; the depth suffices for 1e-17. */
function erfcTail(x: number): number {
  if (x > 28) return 0
  const depth = Math.ceil(20 + 180 / (x * x))
  let fraction = x
  for (let k = depth; k >= 1; k--) fraction = x + k / 2 / fraction
  return expOfMinusSquare(x) / (fraction * Math.sqrt(Math.PI))
}

/** exp(−x²) without the error of rounding x² in the exponent. */
function expOfMinusSquare(x: number): number {
  const head = Math.fround(x)
  if (!Number.isFinite(head) || Math.abs(head) > 1e4) return 0
  return Math.exp(-head * head) * Math.exp(-(x - head) * (x + head))
}
