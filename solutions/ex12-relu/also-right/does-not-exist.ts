export function relu(x: number): number {
  let y = x;
  if (y < 0) y = 0;
  return y;
}

export function drelu(x: number): number {
  switch (Math.sign(x)) {
    case 1:
      return 1;
    case -1:
      return 0;
    default:
      return NaN;
  }
}
