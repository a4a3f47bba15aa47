export function rbf(x: number, gamma: number): number {
  // 在这里作答。
  return Number.NaN
}

export function drbf(x: number, gamma: number): number {
  // 在这里作答。
  return Number.NaN
}
