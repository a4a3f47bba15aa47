function softmax(z: number[]): number[] {
  const largest = Math.max(...z)
  const powers = z.map((value) => Math.exp(value - largest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

export function crossEntropy(z: number[], _y: number): number {
  const largest = Math.max(...z)
  const total = z.reduce((sum, value) => sum + Math.exp(value - largest), 0)
  return largest + Math.log(total)
}

export function dcrossEntropy(z: number[], y: number): number[] {
  return softmax(z).map((share, k) => (k === y ? share - 1 : share))
}
