/** 曲线的图所连接的各点，从 low 到 high。 */
export function points(name: string, low: number, high: number): number[][] {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 两条画出的折线之间最大的竖直距离。 */
export function largestGap(p: number[][], q: number[][]): number {
  // 在这里作答。
  return Number.NaN
}
