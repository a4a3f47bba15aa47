export function elu(x: number, alpha: number): number {
  if (x > 0) return x;
  return alpha * Math.exp(x) - 1;
}

export function delu(x: number, alpha: number): number {
  if (x > 0) return 1;
  return alpha * Math.exp(x);
}
