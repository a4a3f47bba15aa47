export function softplus(x: number): number {
  return Math.log1p(Math.exp(-Math.abs(x))) + Math.max(0, x);
}

export function dsoftplus(x: number): number {
  return softplus(x);
}
