class Elu {
  static elu = (x: number, alpha: number): number =>
    Math.max(0, x) + alpha * (Math.exp(Math.min(0, x)) - 1);

  static delu = (x: number, alpha: number): number => {
    if (x === 0) return Number.NaN;
    return x > 0 ? 1 : alpha * Math.exp(x);
  };
}

export default Elu;
