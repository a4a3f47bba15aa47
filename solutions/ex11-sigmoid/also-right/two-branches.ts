export function sigmoid(x: number): number {
  if (x >= 0) {
    return 1 / (1 + Math.exp(-x));
  }
  const e = Math.exp(x);
  return e / (1 + e);
}

export function dsigmoid(x: number): number {
  return sigmoid(x) * sigmoid(-x);
}
