const dot = (a: number[], b: number[]): number => a.reduce((sum, value, k) => sum + value * b[k], 0)

const slide = (x: number[], kernel: number[]): number[] =>
  x.slice(kernel.length - 1).map((_, i) => dot(kernel, x.slice(i, i + kernel.length)))

export default {
  convolve: slide,
  dconvolve: (x: number[], _w: number[], dy: number[]): number[] => slide(x, dy),
}
