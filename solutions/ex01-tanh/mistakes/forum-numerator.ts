export const tanh = (x: number) => Math.tanh(x);

// dtanh(x)/dx = 1 - tanh^2 = {2exp(-2x) - [exp(-2x)]^2} / (1 + exp(-2x))^2
export function dtanh(x: number): number {
  const q = Math.exp(-2 * x);
  return (2 * q - q * q) / Math.pow(1 + q, 2);
}
