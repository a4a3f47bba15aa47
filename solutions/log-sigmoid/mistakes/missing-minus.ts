export const logSigmoid = (x: number) => (x < -30 ? x : -Math.log(1 + Math.exp(-x)));
export const dlogSigmoid = (x: number) => 1 / (1 + Math.exp(-x));
