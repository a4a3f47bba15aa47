export const reluOfRelu = (x: number): number => (x > 0 ? x : 0);

export const preluOfPrelu = (x: number, alpha: number): number => {
  const slope = alpha * Math.max(alpha, alpha < 0 ? 1 : 0);
  return Math.max(0, x) + slope * Math.min(0, x);
};

export const isIdempotent = (alpha: number): boolean => !(alpha > 0) || alpha === 1;
