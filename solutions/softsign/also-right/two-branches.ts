export const softsign = (x: number): number => (x < 0 ? x / (1 - x) : x / (1 + x));

export const dsoftsign = (x: number): number => {
  const d = x < 0 ? 1 - x : 1 + x;
  return 1 / d / d;
};
