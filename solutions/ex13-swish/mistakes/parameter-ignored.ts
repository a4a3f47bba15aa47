export function swish(x: number, beta: number): number {
  return x / (1 + Math.exp(-x));
}

export function dswish(x: number, beta: number): number {
  const s = 1 / (1 + Math.exp(-x));
  return s + x * s * (1 - s);
}
