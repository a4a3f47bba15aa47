export const logSigmoid = (x: number) => Math.log(1 + Math.exp(-x));
export const dlogSigmoid = (x: number) => 1 / (1 + Math.exp(x));
