export const softsign = (x: number) => x / (1 + Math.abs(x));
export const dsoftsign = (y: number) => (1 - Math.abs(y)) * (1 - Math.abs(y));
