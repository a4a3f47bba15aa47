export function cheapTanh(x: number): number {
  if (x >= 2) return 1
  if (x <= -2) return -1
  const size = x < 0 ? -x : x
  return x * (1 - size / 4)
}
