export const relu6 = (x: number) => Math.min(6, Math.max(0, x));
export const drelu6 = (x: number) => relu6(x);
