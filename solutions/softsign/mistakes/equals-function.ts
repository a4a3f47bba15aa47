export const softsign = (x: number) => x / (1 + Math.abs(x));
export const dsoftsign = (x: number) => softsign(x);
