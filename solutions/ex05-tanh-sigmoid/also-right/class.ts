interface Net {
  W1: number[][];
  b1: number[];
  W2: number[][];
  b2: number[];
}

export default class {
  static tanhViaSigmoid(x: number): number {
    const s = (z: number) => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z)));
    return s(2 * x) - s(-2 * x);
  }

  static sigmoidViaTanh(x: number): number {
    const { tanh } = Math;
    return (tanh(x / 2) + 1) / 2;
  }

  static toSigmoidNet({ W1, b1, W2, b2 }: Net): Net {
    return {
      W1: W1.map((row) => row.map((w) => w + w)),
      b1: b1.map((b) => b + b),
      W2: W2.map((row) => row.map((w) => w + w)),
      b2: W2.reduce((sum, row) => sum.map((b, k) => b - row[k]), b2),
    };
  }

  static toTanhNet({ W1, b1, W2, b2 }: Net): Net {
    const half = (v: number) => v / 2;
    return {
      W1: W1.map((row) => row.map(half)),
      b1: b1.map(half),
      W2: W2.map((row) => row.map(half)),
      b2: W2.reduce((sum, row) => sum.map((b, k) => b + row[k] / 2), b2),
    };
  }
}
