export const relu = (x: number): number => (x > 0 ? x : 0);

export const drelu = (x: number): number => +(x >= 0);
