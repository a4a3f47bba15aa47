export const softsign = (x: number) => x / (1 + Math.abs(x));
export const dsoftsign = (x: number) => Math.sign(x) / (1 + Math.abs(x)) ** 2;
