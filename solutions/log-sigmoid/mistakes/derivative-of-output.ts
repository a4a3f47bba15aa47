export const logSigmoid = (x: number) => (x < -30 ? x : -Math.log(1 + Math.exp(-x)));
export const dlogSigmoid = (y: number) => 1 - Math.exp(y);
