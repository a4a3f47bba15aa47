/** The natural logarithm of the sigmoid of x. */
export function logSigmoid(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of the log-sigmoid at x. */
export function dlogSigmoid(x: number): number {
  // Your answer here.
  return Number.NaN
}
