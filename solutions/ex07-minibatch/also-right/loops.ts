export default {
  standardize(X: number[][]): number[][] {
    const Y = X.map((row) => row.slice());
    for (let c = 0; c < X[0].length; c++) {
      let sum = 0;
      let squares = 0;
      for (const row of X) sum += row[c];
      const mean = sum / X.length;
      for (const row of X) squares += (row[c] - mean) * (row[c] - mean);
      const deviation = Math.sqrt(squares / X.length);
      for (let r = 0; r < X.length; r++) {
        Y[r][c] = deviation > 1e-10 ? (X[r][c] - mean) / deviation : 0;
      }
    }
    return Y;
  },
  witness: () => ({ first: [[1, 1], [2, 2]], second: [[3, 0], [1, 1], [9, -4]] }),
  crossGradient(X: number[][], i: number, j: number): number[] {
    const n = X.length;
    const gradient: number[] = [];
    for (let c = 0; c < X[0].length; c++) {
      const column = X.map((row) => row[c]);
      const mean = column.reduce((a, b) => a + b) / n;
      const variance = column.reduce((a, b) => a + (b - mean) ** 2, 0) / n;
      const own = i === j ? variance : 0;
      const top = own - variance / n - ((column[i] - mean) * (column[j] - mean)) / n;
      gradient.push(top / variance ** 1.5);
    }
    return gradient;
  },
  outputRange: (name: string) => {
    switch (name) {
      case 'sigmoid':
        return { low: 0, high: 1 };
      case 'tanh':
        return { low: -1, high: 1 };
      case 'relu':
        return { low: 0, high: Infinity };
      default:
        return { low: -1, high: Infinity };
    }
  },
};
