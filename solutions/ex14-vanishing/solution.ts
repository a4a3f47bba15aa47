function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z))
}

export function chainGradient(x: number, weights: number[]): number {
  let h = x
  let derivative = 1
  for (const w of weights) {
    const s = sigmoid(w * h)
    derivative *= w * s * (1 - s)
    h = s
  }
  return derivative
}

export function gradientBound(depth: number): number {
  return (1 / 4) ** depth
}
