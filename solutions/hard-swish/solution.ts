export function hardSwish(x: number): number {
  return (x * Math.min(Math.max(x + 3, 0), 6)) / 6
}

export function dhardSwish(x: number): number {
  if (x <= -3) return 0
  if (x >= 3) return 1
  return (2 * x + 3) / 6
}
