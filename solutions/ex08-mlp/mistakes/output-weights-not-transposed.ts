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
  const dH = dO.map((row) => W2[0].map((_, j) => W2.reduce((s, w, k) => s + row[k] * w[j], 0)));
  const dZ = Z.map((row, i) => row.map((z, j) => (z > 0 ? dH[i][j] : 0)));
  return { W1: matmul(T(X), dZ), b1: sum(dZ), W2: matmul(T(H), dO), b2: sum(dO) };
}
