const softplus = (x: number) => (x > 30 ? x : Math.log(1 + Math.exp(x)));

export const mish = (x: number) => x * Math.tanh(softplus(x));
export const dmish = (x: number) => Math.tanh(softplus(x));
