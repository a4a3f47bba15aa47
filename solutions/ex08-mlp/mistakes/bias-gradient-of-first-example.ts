interface Params {
  W1: number[][];
  b1: number[];
  W2: number[][];
  b2: number[];
}

const matmul = (A: number[][], B: number[][]) =>
  A.map((row) => B[0].map((_, j) => row.reduce((sum, a, k) => sum + a * B[k][j], 0)));
const plus = (A: number[][], b: number[]) => A.map((row) => row.map((v, j) => v + b[j]));
const T = (A: number[][]) => A[0].map((_, j) => A.map((row) => row[j]));
const relu = (A: number[][]) => A.map((row) => row.map((v) => (v > 0 ? v : 0)));
const sum = (A: number[][]) => T(A).map((column) => column.reduce((a, b) => a + b, 0));

export function forward(X: number[][], { W1, b1, W2, b2 }: Params): number[][] {
  const H = relu(plus(matmul(X, W1), b1));
  return plus(matmul(H, W2), b2);
}

export function backward(X: number[][], { W1, b1, W2 }: Params, dO: number[][]) {
  const Z = plus(matmul(X, W1), b1);
  const H = relu(Z);
  const dZ = matmul(dO, T(W2)).map((row, i) => row.map((g, j) => (Z[i][j] > 0 ? g : 0)));
  return { W1: matmul(T(X), dZ), b1: dZ[0], W2: matmul(T(H), dO), b2: dO[0] };
}
