const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const K = 2 * Math.sqrt(2 / Math.PI);

export const geluTanh = (x: number): number => x * sigmoid(K * x * (1 + 0.044715 * x * x));

export const dgeluTanh = (x: number): number => {
  const s = sigmoid(K * x * (1 + 0.044715 * x * x));
  return s + x * s * (1 - s) * K * (1 + 0.134145 * x * x);
};
