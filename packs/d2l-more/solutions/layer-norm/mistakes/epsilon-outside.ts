export function layerNorm(x: number[], gain: number[], shift: number[]): number[] {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length
  const scale = 1 / (Math.sqrt(variance) + 1e-5)
  return x.map((value, k) => gain[k] * (value - mean) * scale + shift[k])
}

export function dlayerNorm(x: number[], gain: number[], _shift: number[], dy: number[]): number[] {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length
  const scale = 1 / Math.sqrt(variance + 1e-5)
  const normal = x.map((value) => (value - mean) * scale)
  const upstream = dy.map((value, k) => value * gain[k])
  const average = upstream.reduce((sum, value) => sum + value, 0) / x.length
  const along = upstream.reduce((sum, value, k) => sum + value * normal[k], 0) / x.length
  return upstream.map((value, k) => scale * (value - average - normal[k] * along))
}
