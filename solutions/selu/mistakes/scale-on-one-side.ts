const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

export function selu(x: number): number {
  return x > 0 ? SCALE * x : SCALE * (ALPHA * Math.exp(x) - ALPHA);
}

export function dselu(x: number): number {
  if (x > 0) return 1;
  return SCALE * ALPHA * Math.exp(x);
}
