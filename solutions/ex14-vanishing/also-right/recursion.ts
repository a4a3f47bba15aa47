const sigmoid = (z: number): number => (1 + Math.tanh(z / 2)) / 2;

export function chainGradient(x: number, [w, ...rest]: number[]): number {
  if (w === undefined) return 1;
  const s = sigmoid(w * x);
  return w * s * (1 - s) * chainGradient(s, rest);
}

export function gradientBound(depth: number): number {
  return depth === 0 ? 1 : gradientBound(depth - 1) / 4;
}
