export const prelu = (x: number, a: number): number => (x > 0 ? x : a * x);

export const dprelu = (x: number, a: number): number => Number(x > 0);

export const dpreluDalpha = (x: number, a: number): number => (x > 0 ? 0 : x);
