export function attention(Q: number[][], K: number[][]): number[][] {
  return Q.map((query) => {
    const scores = K.map((key) => {
      const products = key.map((value, k) => value * query[k])
      return products.reduce((a, b) => a + b) / Math.sqrt(K.length)
    })
    const largest = Math.max(...scores)
    const powers = scores.map((score) => Math.exp(score - largest))
    const total = powers.reduce((sum, power) => sum + power, 0)
    return powers.map((power) => power / total)
  })
}
