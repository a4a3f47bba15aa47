interface Moments {
  mean: number
  deviation: number
}

function moments(column: number[]): Moments {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length
  const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length
  return { mean, deviation: Math.sqrt(variance) }
}

function columns(X: number[][]): number[][] {
  const [first = []] = X
  return first.map((_, c) => X.map((row) => row[c] ?? 0))
}

export function standardize(X: number[][]): number[][] {
  const all = columns(X).map(moments)
  return X.map((row) =>
    row.map((value, c) => {
      const { mean, deviation } = all[c] ?? { mean: 0, deviation: 0 }
      // Rounding may leave a trace of deviation in a constant column.
      return deviation < 1e-12 ? 0 : (value - mean) / deviation
    }),
  )
}

export function witness(): number[][][] {
  return [
    [[1], [0]],
    [[1], [5]],
  ]
}

export function crossGradient(X: number[][], i: number, j: number): number[] {
  return columns(X).map((column) => {
    const { mean, deviation } = moments(column)
    const n = column.length
    const [a, b] = [((column[i] ?? 0) - mean) / deviation, ((column[j] ?? 0) - mean) / deviation]
    return ((i === j ? 1 : 0) - 1 / n - (a * b) / n) / deviation
  })
}

export function outputRange(name: string): number[] {
  const ranges: Record<string, number[]> = {
    relu: [0, Number.POSITIVE_INFINITY],
    sigmoid: [0, 1],
    tanh: [-1, 1],
    different: [-1, Number.POSITIVE_INFINITY],
  }
  return ranges[name] ?? []
}
