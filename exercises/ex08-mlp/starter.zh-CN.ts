interface Params {
  W1: number[][]
  b1: number[]
  W2: number[][]
  b2: number[]
}

/** 输出 O = ReLU(X W1 + b1) W2 + b2。 */
export function forward(X: number[][], params: Params): number[][] {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 给定输出的梯度 dO，四个参数的梯度。 */
export function backward(X: number[][], params: Params, dO: number[][]): Params {
  // 在这里作答。
  throw new Error('not written yet')
}
