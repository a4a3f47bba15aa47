const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

export const logSigmoid = (x: number) => (x < -30 ? x : Math.log(sigmoid(x)));
export const dlogSigmoid = (x: number) => sigmoid(x) * (1 - sigmoid(x));
