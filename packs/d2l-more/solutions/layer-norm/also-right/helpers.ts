const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function statistics(x: number[]) {
  const middle = mean(x)
  const deviation = Math.sqrt(mean(x.map((value) => (value - middle) ** 2)) + 1e-5)
  return { normal: x.map((value) => (value - middle) / deviation), deviation }
}

export const layerNorm = (x: number[], gain: number[], shift: number[]): number[] =>
  statistics(x).normal.map((value, k) => gain[k] * value + shift[k])

export const dlayerNorm = (
  x: number[],
  gain: number[],
  _shift: number[],
  dy: number[],
): number[] => {
  const { normal, deviation } = statistics(x)
  const u = dy.map((value, k) => value * gain[k])
  const [average, along] = [mean(u), mean(u.map((value, k) => value * normal[k]))]
  return u.map((value, k) => (value - average - normal[k] * along) / deviation)
}
