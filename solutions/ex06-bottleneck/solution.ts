interface Layer {
  W: number[][]
  b: number[]
}

const at = (A: number[][], i: number, j: number): number => A[i]?.[j] ?? 0

function product(A: number[][], B: number[][]): number[][] {
  const width = B[0]?.length ?? 0
  return A.map((row) =>
    Array.from({ length: width }, (_, j) => row.reduce((sum, a, k) => sum + a * at(B, k, j), 0)),
  )
}

export function collapse(layers: Layer[]): Layer {
  return layers.reduce((first, second) => ({
    W: product(first.W, second.W),
    b: (product([first.b], second.W)[0] ?? []).map((value, k) => value + (second.b[k] ?? 0)),
  }))
}

/** Reduced echelon form, and the columns of its pivots. */
function echelon(A: number[][]): { rows: number[][]; pivots: number[] } {
  const rows = A.map((row) => [...row])
  const pivots: number[] = []
  const [first = []] = A
  for (const column of first.keys()) {
    const top = pivots.length
    const candidates = rows.slice(top).map((row) => Math.abs(row[column] ?? 0))
    const largest = Math.max(...candidates, 0)
    if (largest < 1e-9) continue
    const found = top + candidates.indexOf(largest)
    const pivot = (rows[found] ?? []).map((value) => value / at(rows, found, column))
    rows[found] = rows[top] ?? []
    rows[top] = pivot
    for (let row = 0; row < rows.length; row++) {
      if (row === top) continue
      const factor = at(rows, row, column)
      rows[row] = (rows[row] ?? []).map((value, j) => value - factor * (pivot[j] ?? 0))
    }
    pivots.push(column)
  }
  return { rows, pivots }
}

export function lostDirection(W1: number[][]): number[] {
  const [first = []] = W1
  const transposed = first.map((_, j) => W1.map((row) => row[j] ?? 0))
  const { rows, pivots } = echelon(transposed)
  const free = W1.findIndex((_, input) => !pivots.includes(input))
  return W1.map((_, input) => {
    if (input === free) return 1
    return -at(rows, pivots.indexOf(input), free)
  })
}

export function rank(W: number[][]): number {
  return echelon(W).pivots.length
}
