export const rbf = (x: number, gamma: number): number => Math.exp(-gamma * x ** 2)
export const drbf = (x: number, gamma: number): number => -2 * x * Math.exp(-gamma * x ** 2)
