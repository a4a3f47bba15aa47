export function cheapTanh(x: number): number {
  if (x > 1) return 1;
  if (x < -1) return -1;
  return x;
}
