export const softplus = (x: number) => (x > 30 ? x : Math.log(1 + Math.exp(x)));

export const dsoftplus = (y: number) => -Math.expm1(-y);
