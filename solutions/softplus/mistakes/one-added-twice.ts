export const softplus = (x: number): number => Math.log1p(1 + Math.exp(x))

export const dsoftplus = (x: number): number => 1 / (1 + Math.exp(-x))
