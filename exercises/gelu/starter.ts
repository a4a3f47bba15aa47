/** X times the cumulative distribution function of the standard normal distribution. */
export function gelu(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of GELU at x. */
export function dgelu(x: number): number {
  // Your answer here.
  return Number.NaN
}
