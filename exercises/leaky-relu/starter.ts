/** X on the right, alpha times x on the left. */
export function leakyRelu(x: number, alpha: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of leaky ReLU in x. */
export function dleakyRelu(x: number, alpha: number): number {
  // Your answer here.
  return Number.NaN
}
