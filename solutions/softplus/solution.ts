export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
}

export function dsoftplus(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
