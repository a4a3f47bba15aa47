export function tanh(x: number): number {
  return Math.tanh(x);
}

/** x is the output of tanh */
export function dtanh(x: number): number {
  return (1 - x) * (1 + x);
}
