interface Net {
  W1: number[][]
  b1: number[]
  W2: number[][]
  b2: number[]
}

/** x 的 tanh，由 sigmoid 写出。 */
export function tanhViaSigmoid(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** x 的 sigmoid，由 tanh 写出。 */
export function sigmoidViaTanh(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** 用 sigmoid 计算 net 用 tanh 所算结果的网络。 */
export function toSigmoidNet(net: Net): Net {
  // 在这里作答。
  throw new Error('not written yet')
}

/** 用 tanh 计算 net 用 sigmoid 所算结果的网络。 */
export function toTanhNet(net: Net): Net {
  // 在这里作答。
  throw new Error('not written yet')
}
