export function cheapTanh(x: number): number {
  if (x > 1.5) return 0.93;
  if (x < -1.5) return -0.93;
  return x - 0.26 * x * x * x + 0.029 * x * x * x * x * x;
}
