export function softplus(x: number): number {
  return Math.log2(1 + Math.exp(x));
}

export function dsoftplus(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
