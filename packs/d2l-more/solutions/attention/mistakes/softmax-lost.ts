export function attention(Q: number[][], K: number[][]): number[][] {
  return Q.map((query) => {
    const scores = K.map((key) => {
      const products = key.map((value, k) => value * query[k])
      return products.reduce((a, b) => a + b) / Math.sqrt(query.length)
    })
    return scores
  })
}
