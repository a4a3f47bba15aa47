/** The natural logarithm of 1 + exp(x). */
export function softplus(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of softplus at x. */
export function dsoftplus(x: number): number {
  // Your answer here.
  return Number.NaN
}
