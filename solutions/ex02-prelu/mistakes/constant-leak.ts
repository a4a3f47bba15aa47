export function prelu(x: number, alpha: number): number {
  if (x > 0) {
    return x;
  } else {
    return alpha;
  }
}

export function dprelu(x: number, alpha: number): number {
  return x > 0 ? 1 : alpha;
}

export function dpreluDalpha(x: number, alpha: number): number {
  return Math.min(x, 0);
}
