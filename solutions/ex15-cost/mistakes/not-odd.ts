export function cheapTanh(x: number): number {
  if (x > 2) return 1;
  if (x < -2) return -0.97;
  return x > 0 ? x - (x * x) / 4 : 0.97 * (x + (x * x) / 4);
}
