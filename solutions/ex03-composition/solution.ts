export function reluOfRelu(x: number): number {
  return Math.max(0, x)
}

export function preluOfPrelu(x: number, alpha: number): number {
  if (x >= 0) return x
  return alpha < 0 ? alpha * x : alpha * alpha * x
}

export function isIdempotent(alpha: number): boolean {
  return alpha <= 0 || alpha === 1
}
