function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z))
}

export function swish(x: number, beta: number): number {
  return x * sigmoid(beta * x)
}

export function dswish(x: number, beta: number): number {
  const s = sigmoid(beta * x)
  return s + beta * x * s * (1 - s)
}
