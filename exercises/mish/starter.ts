/** X times tanh of softplus of x. */
export function mish(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of Mish at x. */
export function dmish(x: number): number {
  // Your answer here.
  return Number.NaN
}
