/** The exponential linear unit of x with scale alpha. */
export function elu(x: number, alpha: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of ELU in x. */
export function delu(x: number, alpha: number): number {
  // Your answer here.
  return Number.NaN
}
