export const tanh = (x: number) => Math.tanh(x);

export const dtanh = (x: number) => {
  const y = tanh(x);
  return 1 - tanh(y) * tanh(y);
};
