/** x times the sigmoid of beta times x. */
export function swish(x: number, beta: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of Swish in x. */
export function dswish(x: number, beta: number): number {
  // Your answer here.
  return Number.NaN
}
