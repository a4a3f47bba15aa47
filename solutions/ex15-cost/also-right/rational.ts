export const cheapTanh = (x: number): number => {
  if (x > 3) return 1;
  if (x < -3) return -1;
  const s = x * x;
  return (x * (27 + s)) / (27 + 9 * s);
};
