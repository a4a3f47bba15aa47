export function rate(t: number, warmup: number): number {
  // Your answer here.
  return Number.NaN
}

export function drate(t: number, warmup: number): number {
  // Your answer here.
  return Number.NaN
}
