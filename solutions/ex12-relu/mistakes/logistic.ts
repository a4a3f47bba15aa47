export const relu = (x: number): number => Math.max(0, x);

export const drelu = (x: number): number => 1 / (1 + Math.exp(-x));
