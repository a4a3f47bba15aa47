const polynomial = { c: 0.7978845608028654, a: 0.044715 };

export default {
  geluTanh: (x: number): number => {
    const { c, a } = polynomial;
    return 0.5 * x * (1 + Math.tanh(c * x + c * a * x * x * x));
  },
  dgeluTanh: (x: number): number => {
    const { c, a } = polynomial;
    const u = c * x + c * a * x * x * x;
    const du = c + 3 * c * a * x * x;
    return 0.5 + 0.5 * Math.tanh(u) + 0.5 * x * du * (1 / Math.cosh(u)) ** 2;
  },
};
