export const leakyRelu = (x: number, alpha: number) => (x >= 0 ? x : alpha * x);
export const dleakyRelu = (x: number, alpha: number) => leakyRelu(x, alpha);
