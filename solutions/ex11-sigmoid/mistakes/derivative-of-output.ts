export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function dsigmoid(x: number): number {
  return x * (1 - x);
}
