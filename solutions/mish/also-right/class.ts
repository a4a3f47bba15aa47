const log1pexp = (x: number): number => {
  if (x > 33) return x;
  return Math.log(1 + Math.exp(x));
};

export class Mish {
  static mish(x: number): number {
    return x * Math.tanh(log1pexp(x));
  }
  static dmish(x: number): number {
    const sp = log1pexp(x);
    const sech = 1 / Math.cosh(sp);
    return Math.tanh(sp) + (x * sech * sech) / (1 + Math.exp(-x));
  }
}

export default Mish;
