export function tanh(x: number): number {
  return 1 - 2 / (Math.exp(2 * x) + 1);
}

export const dtanh = tanh;
