export const logSigmoid = (x: number): number =>
  x < -30 ? x : -Math.log(1 + Math.exp(-x));

export const dlogSigmoid = (x: number): number => 1 - 1 / (1 + Math.exp(-x));
