// Abramowitz and Stegun, 7.1.26, good to 1.5e-7
function erf(z: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(z));
  const p =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(z) * (1 - p * Math.exp(-z * z));
}

const cdf = (x: number) => 0.5 * (1 + erf(x / Math.SQRT2));
const pdf = (x: number) => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

export const gelu = (x: number) => x * cdf(x);
export const dgelu = (x: number) => cdf(x) + pdf(x);
