export function prelu(x: number, alpha: number): number {
  return Math.max(0, x) + alpha * Math.min(0, x)
}

export function dprelu(x: number, alpha: number): number {
  return x > 0 ? 1 : alpha
}

export function dpreluDalpha(x: number, _alpha: number): number {
  return Math.min(0, x)
}
