const ALPHA = 1.6732632423543772;

export function selu(x: number): number {
  return x > 0 ? x : ALPHA * (Math.exp(x) - 1);
}

export function dselu(x: number): number {
  return x > 0 ? 1 : ALPHA * Math.exp(x);
}
