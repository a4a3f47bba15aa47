function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function tanh(x: number): number {
  return 2 * sigmoid(2 * x) - 1;
}

export function dtanh(x: number): number {
  const s = sigmoid(2 * x);
  return 2 * s * (1 - s);
}
