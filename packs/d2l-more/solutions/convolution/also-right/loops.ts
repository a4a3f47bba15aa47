export function convolve(x: number[], w: number[]): number[] {
  const out: number[] = []
  for (let i = 0; i + w.length <= x.length; i++) {
    let sum = 0
    for (let k = 0; k < w.length; k++) sum += w[k] * x[i + k]
    out.push(sum)
  }
  return out
}

export function dconvolve(x: number[], w: number[], dy: number[]): number[] {
  const out: number[] = []
  for (let k = 0; k < w.length; k++) {
    let sum = 0
    for (let i = 0; i < dy.length; i++) sum += dy[i] * x[i + k]
    out.push(sum)
  }
  return out
}
