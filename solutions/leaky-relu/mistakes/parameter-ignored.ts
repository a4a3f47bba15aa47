export const leakyRelu = (x: number, alpha = 0.01) => (x >= 0 ? x : 0.01 * x);
export const dleakyRelu = (x: number, alpha = 0.01) => (x >= 0 ? 1 : 0.01);
