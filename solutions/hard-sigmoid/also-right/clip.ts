const clip = (z: number): number => (z < 0 ? 0 : z > 1 ? 1 : z);

export const hardSigmoid = (x: number): number => clip(x / 6 + 0.5);

export const dhardSigmoid = (x: number): number => {
  const y = hardSigmoid(x);
  return y === 0 || y === 1 ? 0 : 1 / 6;
};
