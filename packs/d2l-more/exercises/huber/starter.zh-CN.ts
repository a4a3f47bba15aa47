export function huber(x: number, delta: number): number {
  // 在这里作答。
  return Number.NaN
}

export function dhuber(x: number, delta: number): number {
  // 在这里作答。
  return Number.NaN
}
