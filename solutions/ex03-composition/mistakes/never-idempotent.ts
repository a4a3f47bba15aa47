export const reluOfRelu = (x: number) => Math.max(0, x);

export const preluOfPrelu = (x: number, alpha: number) =>
  x > 0 ? x : alpha < 0 ? alpha * x : alpha * alpha * x;

export const isIdempotent = (alpha: number) => false;
