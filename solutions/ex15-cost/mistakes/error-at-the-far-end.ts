export function cheapTanh(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < 2) return x * (1 - size / 4);
  const y = 1 + (size - 2) / 50;
  return x < 0 ? -y : y;
}
