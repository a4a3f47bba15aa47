interface Layer {
  W: number[][]
  b: number[]
}

/** 一个层，计算各线性层依次计算的结果。 */
export function collapse(layers: Layer[]): Layer {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 输入的一种不为零的变化，这一层看不到它：v，满足 v W1 = 0。 */
export function lostDirection(W1: number[][]): number[] {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 矩阵的秩。 */
export function rank(W: number[][]): number {
  // 在这里作答。
  return Number.NaN
}
