export const relu = (x: number): number => Math.max(0, x);

export const drelu = (x: number): number => (x ? 1 : 0);
