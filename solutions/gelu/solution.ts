/** The error function: Taylor series near 0, continued fraction of erfc far out. */
function erf(z: number): number {
  const a = Math.abs(z)
  if (a > 6) return Math.sign(z)
  if (a > 2.5) return Math.sign(z) * (1 - erfc(a))
  let term = z
  let sum = z
  for (let n = 1; n < 60; n++) {
    term *= (-z * z) / n
    sum += term / (2 * n + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * sum
}

function erfc(a: number): number {
  let fraction = a
  for (let k = 60; k >= 1; k--) fraction = a + k / 2 / fraction
  return Math.exp(-a * a) / Math.sqrt(Math.PI) / fraction
}

function cdf(x: number): number {
  return 0.5 * (1 + erf(x / Math.SQRT2))
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

export function gelu(x: number): number {
  return x * cdf(x)
}

export function dgelu(x: number): number {
  return cdf(x) + x * density(x)
}
