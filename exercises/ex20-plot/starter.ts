/** The points that a plot of the curve connects, from low to high. */
export function points(name: string, low: number, high: number): number[][] {
  // Your answer here.
  throw new Error('not written yet')
}

/** The largest vertical distance of two drawn lines. */
export function largestGap(p: number[][], q: number[][]): number {
  // Your answer here.
  return Number.NaN
}
