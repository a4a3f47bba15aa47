export function relu(x: number): number {
  return Math.max(0, x);
}

export function drelu(x: number): number {
  return x > 0 ? x : 0;
}
