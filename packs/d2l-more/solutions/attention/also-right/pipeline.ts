const softmax = (row: number[]): number[] => {
  const top = Math.max(...row)
  const log = Math.log(row.reduce((sum, score) => sum + Math.exp(score - top), 0))
  return row.map((score) => Math.exp(score - top - log))
}

export const attention = (Q: number[][], K: number[][]): number[][] =>
  Q.map((q) =>
    softmax(K.map((k) => q.reduce((sum, value, i) => sum + value * k[i], 0) / q.length ** 0.5)),
  )
