export function crossEntropy(z: number[], y: number): number {
  let largest = -Infinity
  for (const value of z) if (value > largest) largest = value
  let total = 0
  for (const value of z) total += Math.exp(value - largest)
  return Math.log(total) - (z[y] - largest)
}

export function dcrossEntropy(z: number[], y: number): number[] {
  const top = Math.max(...z)
  let total = 0
  for (const value of z) total += Math.exp(value - top)
  const gradient: number[] = []
  for (let k = 0; k < z.length; k++) {
    gradient.push(Math.exp(z[k] - top) / total - (k === y ? 1 : 0))
  }
  return gradient
}
