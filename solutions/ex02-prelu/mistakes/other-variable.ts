export function prelu(x: number, alpha: number): number {
  return x >= 0 ? x : alpha * x;
}

// d/d alpha
export function dprelu(x: number, alpha: number): number {
  return x >= 0 ? 0 : x;
}

export function dpreluDalpha(x: number, alpha: number): number {
  return x >= 0 ? 0 : x;
}
