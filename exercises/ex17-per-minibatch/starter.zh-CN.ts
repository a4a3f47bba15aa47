interface Net {
  w1: number[]
  b1: number[]
  w2: number[]
  b2: number
}

interface Example {
  x: number
  y: number
}

/** 网络用该名称（relu、sigmoid 或 tanh）的非线性函数给出的值。 */
export function output(net: Net, name: string, x: number): number {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 对所有输入和三个非线性函数，输出的最小值和最大值。 */
export function outputRange(net: Net, xs: number[]): number[] {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 最适合一个小批量的非线性函数。 */
export function bestNonlinearity(net: Net, batch: Example[]): string {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 均方误差，分别用小批量自己的选择和前一个小批量的选择。 */
export function errors(net: Net, batches: Example[][]): { own: number; other: number } {
  // 在这里作答。
  throw new Error('not written yet')
}
