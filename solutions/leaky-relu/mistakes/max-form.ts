export const leakyRelu = (x: number, alpha: number) => Math.max(x, x * alpha);
export const dleakyRelu = (x: number, alpha: number) => (leakyRelu(x, alpha) === x ? 1 : alpha);
