interface Graph {
  value: number[]
  grad: number[]
  alive: boolean
  backward(upstream: number[], retain: boolean): void
}

/** 与 X 形状相同、元素全为一的矩阵。 */
export function onesLike(X: number[][]): number[][] {
  // 在这里作答。
  throw new Error('not written yet')
}

/** x 的每个数的 ReLU，带反向传播。 */
export function reluGraph(x: number[]): Graph {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 第 i 行是 ReLU(x[i]) 对 x 的每个数的导数。 */
export function jacobian(x: number[]): number[][] {
  // 在这里作答。
  throw new Error('not written yet')
}
