export function rate(t: number, warmup: number): number {
  // 在这里作答。
  return Number.NaN
}

export function drate(t: number, warmup: number): number {
  // 在这里作答。
  return Number.NaN
}
