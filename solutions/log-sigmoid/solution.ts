export function logSigmoid(x: number): number {
  return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)))
}

export function dlogSigmoid(x: number): number {
  return 1 / (1 + Math.exp(x))
}
