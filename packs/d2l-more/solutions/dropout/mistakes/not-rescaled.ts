export const meanAfter = (x: number, p: number): number => (1 - p) * x
export const varianceAfter = (x: number, p: number): number => x ** 2 * p * (1 - p)
