// max(0, x) = (x + |x|) / 2 and min(0, x) = (x - |x|) / 2
const half = (sign: 1 | -1) => (x: number) => 0.5 * x + sign * (0.5 * Math.abs(x));
const positive = half(1);
const negative = half(-1);

function prelu(x: number, alpha: number): number {
  return positive(x) + alpha * negative(x);
}

// the mean of the two slopes at 0
function dprelu(x: number, alpha: number): number {
  const s = Math.sign(x);
  return (1 + s) / 2 + (alpha * (1 - s)) / 2;
}

export default { prelu, dprelu, dpreluDalpha: negative };
