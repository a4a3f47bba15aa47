export default class Activation {
  static tanh(x: number): number {
    const e = Math.expm1(-2 * Math.abs(x));
    const positive = -e / (2 + e);
    return x < 0 ? -positive : positive;
  }

  static dtanh(x: number): number {
    const c = Math.cosh(x);
    return 1 / c / c;
  }
}
