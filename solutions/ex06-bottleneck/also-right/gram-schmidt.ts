interface Layer {
  W: number[][];
  b: number[];
}

const dot = (a: number[], b: number[]) => a.reduce((sum, v, k) => sum + v * b[k], 0);
const columnsOf = (A: number[][]) => A[0].map((_, j) => A.map((row) => row[j]));

// orthonormal basis of the span of some vectors
function basis(vectors: number[][]): number[][] {
  const found: number[][] = [];
  for (const vector of vectors) {
    let rest = [...vector];
    for (let pass = 0; pass < 2; pass++) {
      for (const q of found) {
        const c = dot(q, rest);
        rest = rest.map((v, k) => v - c * q[k]);
      }
    }
    const size = Math.sqrt(dot(rest, rest));
    if (size > 1e-8 * Math.max(1, Math.sqrt(dot(vector, vector)))) {
      found.push(rest.map((v) => v / size));
    }
  }
  return found;
}

export const collapse = (layers: Layer[]): Layer => {
  let { W, b } = layers[0];
  for (const next of layers.slice(1)) {
    const columns = columnsOf(next.W);
    b = columns.map((column, k) => dot(b, column) + next.b[k]);
    W = W.map((row) => columns.map((column) => dot(row, column)));
  }
  return { W, b };
};

export const lostDirection = (W1: number[][]): number[] => {
  const seen = basis(columnsOf(W1));
  const all = basis([...seen, ...W1.map((_, i) => W1.map((__, j) => (i === j ? 1 : 0)))]);
  return all[seen.length];
};

export const rank = (W: number[][]): number => basis(W).length;
