export const rbf = (x: number, gamma: number): number => Math.exp(-gamma * Math.abs(x))
export const drbf = (x: number, gamma: number): number => -2 * gamma * x * Math.exp(-gamma * x ** 2)
