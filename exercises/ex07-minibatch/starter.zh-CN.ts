/** 小批量的每一列都变为均值 0、方差 1；常数列变为 0。 */
export function standardize(X: number[][]): number[][] {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 两个小批量，它们共有的一个样本输出不同。 */
export function witness(): number[][][] {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 样本 i 的输出怎样随样本 j 的输入变化，逐列给出。 */
export function crossGradient(X: number[][], i: number, j: number): number[] {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 'relu'、'sigmoid'、'tanh' 或 'different' 的值域的两端。 */
export function outputRange(name: string): number[] {
  // 在这里作答。
  throw new Error('not written yet')
}
