export const meanAfter = (x: number, p: number): number => x / (1 - p)
export const varianceAfter = (x: number, p: number): number => (x ** 2 * p) / (1 - p)
