export const prelu = (x: number, alpha: number) => Math.max(alpha * x, x);

export const dprelu = (x: number, alpha: number) => (x >= 0 ? 1 : alpha);

export const dpreluDalpha = (x: number, alpha: number) => (x >= 0 ? 0 : x);
