const k = Math.sqrt(2 / Math.PI);

export const geluTanh = (x: number) => 0.5 * x * (1 + Math.tanh(k * (x + 0.044715 * x * x)));
export const dgeluTanh = (x: number) => {
  const t = Math.tanh(k * (x + 0.044715 * x ** 3));
  return 0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * k * (1 + 0.134145 * x * x);
};
