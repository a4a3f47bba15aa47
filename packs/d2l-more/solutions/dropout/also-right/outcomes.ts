export function meanAfter(x: number, p: number): number {
  const kept = x / (1 - p)
  return kept * (1 - p)
}

export function varianceAfter(x: number, p: number): number {
  const kept = x / (1 - p)
  return p * x ** 2 + (1 - p) * (kept - x) ** 2
}
