class Selu {
  static readonly #alpha = 1.6732632423543772;
  static readonly #scale = 1.0507009873554805;

  static selu(x: number): number {
    const left = Selu.#alpha * Math.expm1(Math.min(0, x));
    return Selu.#scale * (Math.max(0, x) + left);
  }

  static dselu(x: number): number {
    if (x > 0) return Selu.#scale;
    if (x < 0) return Selu.#scale * Selu.#alpha * Math.exp(x);
    return NaN;
  }
}

export default Selu;
