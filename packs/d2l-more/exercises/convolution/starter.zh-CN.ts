export function convolve(x: number[], w: number[]): number[] {
  // 在这里作答。
  return []
}

export function dconvolve(x: number[], w: number[], dy: number[]): number[] {
  // 在这里作答。
  return []
}
