function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
}

export function mish(x: number): number {
  return x * Math.tanh(softplus(x))
}

export function dmish(x: number): number {
  const gate = Math.tanh(softplus(x))
  const sigmoid = 1 / (1 + Math.exp(-x))
  return gate + x * (1 - gate * gate) * sigmoid
}
