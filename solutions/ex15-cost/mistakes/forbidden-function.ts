export function cheapTanh(x: number): number {
  return Math.tanh(x);
}
