export function rbf(x: number, gamma: number): number {
  // Your answer here.
  return Number.NaN
}

export function drbf(x: number, gamma: number): number {
  // Your answer here.
  return Number.NaN
}
