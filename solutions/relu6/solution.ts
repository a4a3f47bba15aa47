export function relu6(x: number): number {
  return Math.min(Math.max(x, 0), 6)
}

export function drelu6(x: number): number {
  return x > 0 && x < 6 ? 1 : 0
}
