export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function dsigmoid(x: number): number {
  return Math.exp(-x) / ((1 + Math.exp(-x)) ^ 2);
}
