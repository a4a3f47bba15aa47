// Abramowitz and Stegun, 7.1.26, good to 1.5e-7
function erf(z: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(z));
  const p =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(z) * (1 - p * Math.exp(-z * z));
}

export default class Gelu {
  static gelu(x: number): number {
    return 0.5 * x * (1 + erf(x * Math.SQRT1_2));
  }

  static dgelu(x: number): number {
    const gaussian = Math.exp(-0.5 * x * x);
    return 0.5 + 0.5 * erf(x * Math.SQRT1_2) + (x * gaussian) / Math.sqrt(2 * Math.PI);
  }
}
