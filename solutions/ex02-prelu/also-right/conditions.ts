export const prelu = (x: number, alpha: number): number => {
  if (x >= 0) return x;
  return alpha * x;
};

export const dprelu = (x: number, alpha: number): number => {
  if (x === 0) return NaN; // does not exist
  if (x > 0) return 1;
  return alpha;
};

export const dpreluDalpha = (x: number, alpha: number): number => (x < 0 ? x : 0);
