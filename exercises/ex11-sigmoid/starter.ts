/** The logistic sigmoid: 1 / (1 + exp(-x)). */
export function sigmoid(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of the sigmoid at x. */
export function dsigmoid(x: number): number {
  // Your answer here.
  return Number.NaN
}
