const ALPHA = 0.25;

export function prelu(x: number, alpha: number): number {
  return x > 0 ? x : ALPHA * x;
}

export function dprelu(x: number, alpha: number): number {
  return x > 0 ? 1 : ALPHA;
}

export function dpreluDalpha(x: number, alpha: number): number {
  return x > 0 ? 0 : x;
}
