export const elu = (x: number, alpha: number) => (x > 0 ? x : alpha * (Math.exp(x) - 1));

export const delu = (x: number, alpha: number) => (x > 0 ? 1 : Math.exp(x));
