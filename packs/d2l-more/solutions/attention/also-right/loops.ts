export function attention(Q: number[][], K: number[][]): number[][] {
  const weights: number[][] = []
  for (const query of Q) {
    const row: number[] = []
    for (const key of K) {
      let score = 0
      for (let k = 0; k < key.length; k++) score += query[k] * key[k]
      row.push(score / Math.sqrt(key.length))
    }
    const top = Math.max(...row)
    let total = 0
    for (const score of row) total += Math.exp(score - top)
    weights.push(row.map((score) => Math.exp(score - top) / total))
  }
  return weights
}
