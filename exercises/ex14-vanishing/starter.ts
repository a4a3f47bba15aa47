/** The derivative in x of a chain of sigmoids, h = sigmoid(w h) for each weight. */
export function chainGradient(x: number, weights: number[]): number {
  // Your answer here.
  return Number.NaN
}

/** The largest product of the derivatives of so many sigmoids. */
export function gradientBound(depth: number): number {
  // Your answer here.
  return Number.NaN
}
