/** X / 6 + 1/2, cut off at 0 and at 1. */
export function hardSigmoid(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of the hard sigmoid at x. */
export function dhardSigmoid(x: number): number {
  // Your answer here.
  return Number.NaN
}
