// tanh(log(1 + e)) = (e^2 + 2 e) / (e^2 + 2 e + 2), written in exp(-|x|)
const gate = (x: number): number => {
  const q = Math.exp(-Math.abs(x));
  return x > 0 ? (1 + 2 * q) / (1 + 2 * q + 2 * q * q) : (q * (q + 2)) / (q * (q + 2) + 2);
};

export const mish = (x: number) => x * gate(x);

export const dmish = (x: number) => {
  const g = gate(x);
  const q = Math.exp(-Math.abs(x));
  const s = x > 0 ? 1 / (1 + q) : q / (1 + q);
  return g + x * s * (1 - g) * (1 + g);
};
