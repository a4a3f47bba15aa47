export const meanAfter = (x: number, p: number): number => x + 0 * p
export const varianceAfter = (x: number, p: number): number => x ** 2 / (1 - p)
