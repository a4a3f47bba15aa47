export function layerNorm(x: number[], gain: number[], shift: number[]): number[] {
  // Your answer here.
  return []
}

export function dlayerNorm(x: number[], gain: number[], shift: number[], dy: number[]): number[] {
  // Your answer here.
  return []
}
