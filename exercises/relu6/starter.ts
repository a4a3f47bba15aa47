/** ReLU of x, cut off at 6. */
export function relu6(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of ReLU6 at x. */
export function drelu6(x: number): number {
  // Your answer here.
  return Number.NaN
}
