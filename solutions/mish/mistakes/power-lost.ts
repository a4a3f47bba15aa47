const softplus = (x: number) => (x > 30 ? x : Math.log(1 + Math.exp(x)));

export const mish = (x: number) => x * Math.tanh(softplus(x));
export const dmish = (x: number) => {
  const t = Math.tanh(softplus(x));
  return t + (x * (1 - t)) / (1 + Math.exp(-x));
};
