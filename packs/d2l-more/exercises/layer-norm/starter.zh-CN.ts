export function layerNorm(x: number[], gain: number[], shift: number[]): number[] {
  // 在这里作答。
  return []
}

export function dlayerNorm(x: number[], gain: number[], shift: number[], dy: number[]): number[] {
  // 在这里作答。
  return []
}
