export function leakyRelu(x: number, alpha: number): number {
  return x > 0 ? x : alpha * x
}

export function dleakyRelu(x: number, alpha: number): number {
  return x > 0 ? 1 : alpha
}
