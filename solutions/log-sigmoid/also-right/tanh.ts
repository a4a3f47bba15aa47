export default class {
  static logSigmoid(x: number): number {
    if (x >= 0) return -Math.log1p(Math.exp(-x));
    return x - Math.log1p(Math.exp(x));
  }

  static dlogSigmoid(x: number): number {
    return 0.5 - 0.5 * Math.tanh(0.5 * x);
  }
}
