export function relu(x: number): number {
  return Math.max(x, 0)
}

export function drelu(x: number): number {
  return x > 0 ? 1 : 0
}
