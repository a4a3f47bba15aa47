export function tanh(x: number): number {
  return Math.tanh(x);
}

export function dtanh(x: number): number {
  return 1 - tanh(x);
}
