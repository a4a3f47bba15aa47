export function softsign(x: number): number {
  return x / (1 + Math.abs(x))
}

export function dsoftsign(x: number): number {
  return 1 / (1 + Math.abs(x)) ** 2
}
