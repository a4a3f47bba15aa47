/** The scaled exponential linear unit of x. */
export function selu(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of SELU at x. */
export function dselu(x: number): number {
  // Your answer here.
  return Number.NaN
}
