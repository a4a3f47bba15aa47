export const leakyRelu = (x: number, alpha: number): number =>
  Math.max(x, 0) + alpha * Math.min(x, 0);

export const dleakyRelu = (x: number, alpha: number): number => {
  const step = Number(x >= 0);
  return step + alpha * (1 - step);
};
