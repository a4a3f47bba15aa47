const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export const tanh = (x: number) => 2 * sigmoid(2 * x) - 1;

export const dtanh = (x: number) => {
  const s = sigmoid(2 * x);
  return 4 * s * (1 - s);
};
