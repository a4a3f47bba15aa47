/** X divided by 1 + |x|. */
export function softsign(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of softsign at x. */
export function dsoftsign(x: number): number {
  // Your answer here.
  return Number.NaN
}
