interface Params {
  W1: number[][]
  b1: number[]
  W2: number[][]
  b2: number[]
}

const at = (A: number[][], i: number, j: number): number => A[i]?.[j] ?? 0

function product(A: number[][], B: number[][]): number[][] {
  const width = B[0]?.length ?? 0
  return A.map((row) =>
    Array.from({ length: width }, (_, j) => row.reduce((sum, a, k) => sum + a * at(B, k, j), 0)),
  )
}

function transpose(A: number[][]): number[][] {
  return (A[0] ?? []).map((_, j) => A.map((row) => row[j] ?? 0))
}

function layer(X: number[][], W: number[][], b: number[]): number[][] {
  return product(X, W).map((row) => row.map((value, j) => value + (b[j] ?? 0)))
}

function columnSums(A: number[][]): number[] {
  return transpose(A).map((column) => column.reduce((sum, value) => sum + value, 0))
}

export function forward(X: number[][], { W1, b1, W2, b2 }: Params): number[][] {
  const H = layer(X, W1, b1).map((row) => row.map((value) => Math.max(0, value)))
  return layer(H, W2, b2)
}

export function backward(X: number[][], { W1, b1, W2 }: Params, dO: number[][]): Params {
  const Z = layer(X, W1, b1)
  const H = Z.map((row) => row.map((value) => Math.max(0, value)))
  const dH = product(dO, transpose(W2))
  const dZ = dH.map((row, i) => row.map((value, j) => (at(Z, i, j) > 0 ? value : 0)))
  return {
    W1: product(transpose(X), dZ),
    b1: columnSums(dZ),
    W2: product(transpose(H), dO),
    b2: columnSums(dO),
  }
}
