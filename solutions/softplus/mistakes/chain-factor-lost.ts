export const softplus = (x: number) => (x > 30 ? x : Math.log(1 + Math.exp(x)));

export const dsoftplus = (x: number) => Math.pow(1 + Math.exp(x), -1);
