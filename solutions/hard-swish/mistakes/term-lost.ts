export const hardSwish = (x: number) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6;
export const dhardSwish = (x: number) => {
  if (x < -3) return 0;
  if (x > 3) return 1;
  return (2 * x) / 6;
};
