/** max(0, x) + alpha * min(0, x). */
export function prelu(x: number, alpha: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of pReLU in x. */
export function dprelu(x: number, alpha: number): number {
  // Your answer here. NaN alone does not do, except at 0.
  return Number.NaN
}

/** The derivative of pReLU in alpha. */
export function dpreluDalpha(x: number, alpha: number): number {
  // Your answer here.
  return Number.NaN
}
