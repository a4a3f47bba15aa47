export const huber = (x: number, delta: number): number => x ** 2 / 2

export const dhuber = (x: number, delta: number): number => Math.max(-delta, Math.min(delta, x))
