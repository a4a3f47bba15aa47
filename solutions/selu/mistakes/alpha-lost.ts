const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

export function selu(x: number): number {
  return x > 0 ? SCALE * x : SCALE * ALPHA * (Math.exp(x) - 1);
}

export function dselu(x: number): number {
  return x > 0 ? SCALE : SCALE * Math.exp(x);
}
