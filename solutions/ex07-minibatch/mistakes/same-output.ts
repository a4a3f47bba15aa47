const moments = (column: number[]) => {
  const n = column.length;
  const m = column.reduce((a, b) => a + b, 0) / n;
  const s = Math.sqrt(column.reduce((a, b) => a + (b - m) ** 2, 0) / n);
  return { n, m, s };
};
const columnsOf = (X: number[][]) => X[0].map((_, c) => X.map((row) => row[c]));

export function standardize(X: number[][]): number[][] {
  const all = columnsOf(X).map(moments);
  return X.map((row) => row.map((x, c) => (all[c].s < 1e-12 ? 0 : (x - all[c].m) / all[c].s)));
}

export const witness = () => [
  [[0], [1]],
  [[1], [0]],
];

export function crossGradient(X: number[][], i: number, j: number): number[] {
  return columnsOf(X).map((column) => {
    const { n, m, s } = moments(column);
    const dm = 1 / n;
    const ds = (column[j] - m) / (n * s);
    return ((i === j ? 1 : 0) - dm) / s - ((column[i] - m) * ds) / (s * s);
  });
}

export function outputRange(name: string): number[] {
  if (name === 'relu') return [0, Infinity];
  if (name === 'sigmoid') return [0, 1];
  if (name === 'tanh') return [-1, 1];
  return [-1, Infinity];
}
