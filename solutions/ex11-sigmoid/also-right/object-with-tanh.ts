export default {
  sigmoid: (x: number): number => 0.5 * (1 + Math.tanh(x / 2)),
  dsigmoid: (x: number): number => {
    const e = Math.exp(-Math.abs(x));
    return e / (1 + e) ** 2;
  },
};
