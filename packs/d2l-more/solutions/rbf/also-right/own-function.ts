export function rbf(x: number, gamma: number): number {
  return 1 / Math.exp(gamma * x * x)
}

export function drbf(x: number, gamma: number): number {
  return -2 * gamma * x * rbf(x, gamma)
}
