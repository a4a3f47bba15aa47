interface Net {
  W1: number[][];
  b1: number[];
  W2: number[][];
  b2: number[];
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

export const tanhViaSigmoid = (x: number) => 2 * sigmoid(x / 2) - 1;

export const sigmoidViaTanh = (x: number) => (1 + Math.tanh(x / 2)) / 2;

export function toSigmoidNet(net: Net): Net {
  return {
    W1: net.W1.map((r) => r.map((w) => 2 * w)),
    b1: net.b1.map((b) => 2 * b),
    W2: net.W2.map((r) => r.map((w) => 2 * w)),
    b2: net.b2.map((b, k) => b - net.W2.reduce((s, r) => s + r[k], 0)),
  };
}

export function toTanhNet(net: Net): Net {
  return {
    W1: net.W1.map((r) => r.map((w) => w / 2)),
    b1: net.b1.map((b) => b / 2),
    W2: net.W2.map((r) => r.map((w) => w / 2)),
    b2: net.b2.map((b, k) => b + net.W2.reduce((s, r) => s + r[k] / 2, 0)),
  };
}
