export const meanAfter = (x: number, p: number): number => p * 0 + (1 - p) * (x / (1 - p))
export const varianceAfter = (x: number, p: number): number => x ** 2 / (1 - p) - x ** 2
