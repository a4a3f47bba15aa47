// erfc by a Chebyshev fit with fractional error below 1.2e-7
const erfc = (z: number): number => {
  const t = 1 / (1 + 0.5 * Math.abs(z));
  const c = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ];
  const fit = c.reduceRight((sum, k) => sum * t + k, 0);
  const r = t * Math.exp(-z * z + fit);
  return z >= 0 ? r : 2 - r;
};

const phi = (x: number) => erfc(-x / Math.sqrt(2)) / 2;

export const gelu = (x: number): number => x * phi(x);
export const dgelu = (x: number): number =>
  phi(x) + (x / Math.sqrt(2 * Math.PI)) * Math.exp(-0.5 * x ** 2);
