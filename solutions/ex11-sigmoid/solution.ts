export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

export function dsigmoid(x: number): number {
  const s = sigmoid(x)
  return s * (1 - s)
}
