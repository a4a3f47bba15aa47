export function tanh(x: number): number {
  return 2 / (1 + Math.exp(-2 * x) + 1);
}

export function dtanh(x: number): number {
  return 1 - Math.tanh(x) ** 2;
}
