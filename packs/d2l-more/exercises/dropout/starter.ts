export function meanAfter(x: number, p: number): number {
  // Your answer here.
  return Number.NaN
}

export function varianceAfter(x: number, p: number): number {
  // Your answer here.
  return Number.NaN
}
