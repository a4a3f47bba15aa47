export const huber = (x: number, delta: number): number =>
  x < -delta ? -delta * x - delta ** 2 / 2 : x > delta ? delta * x - delta ** 2 / 2 : 0.5 * x * x

export const dhuber = (x: number, delta: number): number =>
  x < -delta ? -delta : x > delta ? delta : x
