export function convolve(x: number[], w: number[]): number[] {
  const length = x.length - w.length + 1
  return Array.from({ length }, (_, i) => w.reduce((sum, weight, k) => sum + weight * x[i + k], 0))
}

export function dconvolve(x: number[], w: number[], dy: number[]): number[] {
  return w.map((_, k) => dy.reduce((sum, upstream, i) => sum + upstream * x[i + k], 0))
}
