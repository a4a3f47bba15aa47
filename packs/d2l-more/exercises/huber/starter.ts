export function huber(x: number, delta: number): number {
  // Your answer here.
  return Number.NaN
}

export function dhuber(x: number, delta: number): number {
  // Your answer here.
  return Number.NaN
}
