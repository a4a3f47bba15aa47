export const huber = (x: number, delta: number): number =>
  Math.abs(x) <= delta ? x ** 2 / 2 : delta * (Math.abs(x) - delta / 2)

export const dhuber = (x: number, delta: number): number => x + 0 * delta
