export function meanAfter(x: number, _p: number): number {
  return x
}

export function varianceAfter(x: number, p: number): number {
  return (x * x * p) / (1 - p)
}
