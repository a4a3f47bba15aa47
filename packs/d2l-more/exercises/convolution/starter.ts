export function convolve(x: number[], w: number[]): number[] {
  // Your answer here.
  return []
}

export function dconvolve(x: number[], w: number[], dy: number[]): number[] {
  // Your answer here.
  return []
}
