/** ReLU(ReLU(x)) as a formula of x, without nesting. */
export function reluOfRelu(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** pReLU(pReLU(x)) as a formula of x, without nesting, for any alpha. */
export function preluOfPrelu(x: number, alpha: number): number {
  // Your answer here.
  return Number.NaN
}

/** Whether pReLU(pReLU(x)) = pReLU(x) for every x. */
export function isIdempotent(alpha: number): boolean {
  // Your answer here.
  throw new Error('not written yet')
}
