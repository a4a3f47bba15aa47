export const logSigmoid = (x: number) => -Math.log2(1 + Math.exp(-x));
export const dlogSigmoid = (x: number) => 1 / (1 + Math.exp(x));
