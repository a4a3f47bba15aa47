export function hardTanh(x: number): number {
  return Math.min(Math.max(x, -1), 1)
}

export function dhardTanh(x: number): number {
  return x > -1 && x < 1 ? 1 : 0
}
