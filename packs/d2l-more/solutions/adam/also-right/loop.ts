export function adam(gradients: number[], rate: number): number[] {
  const positions: number[] = []
  let position = 0
  let v = 0
  let s = 0
  let [fade1, fade2] = [1, 1]
  for (const g of gradients) {
    v += 0.1 * (g - v)
    s += 0.001 * (g * g - s)
    fade1 *= 0.9
    fade2 *= 0.999
    position -= (rate * (v / (1 - fade1))) / (Math.sqrt(s / (1 - fade2)) + 1e-8)
    positions.push(position)
  }
  return positions
}
