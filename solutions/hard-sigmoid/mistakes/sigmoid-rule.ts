export const hardSigmoid = (x: number) => Math.max(0, Math.min(1, x / 6 + 0.5));
export const dhardSigmoid = (x: number) => {
  const s = hardSigmoid(x);
  return s * (1 - s);
};
