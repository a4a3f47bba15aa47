export default {
  softplus(x: number): number {
    return x > 40 ? x : Math.log(1 + Math.exp(x));
  },
  dsoftplus(x: number): number {
    return (1 + Math.tanh(x / 2)) / 2;
  },
};
