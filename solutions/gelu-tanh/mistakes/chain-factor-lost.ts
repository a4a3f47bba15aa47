const u = (x: number) => Math.sqrt(2 / Math.PI) * (x + 0.044715 * Math.pow(x, 3));

export const geluTanh = (x: number) => 0.5 * x * (1 + Math.tanh(u(x)));
export const dgeluTanh = (x: number) => {
  const t = Math.tanh(u(x));
  return 0.5 * (1 + t) + 0.5 * x * (1 - t ** 2);
};
