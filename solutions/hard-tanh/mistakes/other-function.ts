export const hardTanh = (x: number) => Math.tanh(x);
export const dhardTanh = (x: number) => (Math.abs(x) < 1 ? 1 : 0);
