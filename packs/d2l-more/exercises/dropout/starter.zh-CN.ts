export function meanAfter(x: number, p: number): number {
  // 在这里作答。
  return Number.NaN
}

export function varianceAfter(x: number, p: number): number {
  // 在这里作答。
  return Number.NaN
}
