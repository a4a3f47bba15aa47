export function relu6(x: number): number {
  if (x <= 0) return 0;
  if (x >= 6) return 6;
  return x;
}

export function drelu6(x: number): number {
  if (x < 0 || x > 6) return 0;
  if (x === 0 || x === 6) return NaN;
  return 1;
}
