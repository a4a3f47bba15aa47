export function elu(x: number, alpha: number): number {
  return x > 0 ? x : alpha * Math.expm1(x)
}

export function delu(x: number, alpha: number): number {
  return x > 0 ? 1 : alpha * Math.exp(x)
}
