export const hardTanh = (x: number) => Math.max(-1, Math.min(1, x));
export const dhardTanh = (x: number) => 1 - hardTanh(x) * hardTanh(x);
