type Matrix = number[][];
type Params = { W1: Matrix; b1: number[]; W2: Matrix; b2: number[] };

class Network {
  static forward(X: Matrix, p: Params): Matrix {
    const O: Matrix = [];
    for (const x of X) {
      const h = [...p.b1];
      for (let i = 0; i < x.length; i++) for (let j = 0; j < h.length; j++) h[j] += x[i] * p.W1[i][j];
      const o = [...p.b2];
      for (let j = 0; j < h.length; j++) {
        if (h[j] <= 0) continue;
        for (let k = 0; k < o.length; k++) o[k] += h[j] * p.W2[j][k];
      }
      O.push(o);
    }
    return O;
  }

  static backward(X: Matrix, p: Params, dO: Matrix) {
    const zeros = (A: Matrix) => A.map((row) => row.map(() => 0));
    const g = { dW1: zeros(p.W1), db1: p.b1.map(() => 0), dW2: zeros(p.W2), db2: p.b2.map(() => 0) };
    X.forEach((x, n) => {
      for (let k = 0; k < g.db2.length; k++) g.db2[k] += dO[n][k];
      for (let j = 0; j < p.b1.length; j++) {
        let z = p.b1[j];
        for (let i = 0; i < x.length; i++) z += x[i] * p.W1[i][j];
        if (z <= 0) continue;
        let d = 0;
        for (let k = 0; k < g.db2.length; k++) {
          g.dW2[j][k] += z * dO[n][k];
          d += dO[n][k] * p.W2[j][k];
        }
        g.db1[j] += d;
        for (let i = 0; i < x.length; i++) g.dW1[i][j] += x[i] * d;
      }
    });
    return g;
  }
}

export const { forward, backward } = Network;
