export const hardTanh = (x: number): number => (Math.abs(x) < 1 ? x : Math.sign(x));
export const dhardTanh = (x: number): number => Number(Math.abs(x) <= 1);
