/** x 的 sigmoid 的自然对数。 */
export function logSigmoid(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** 对数 sigmoid 在 x 处的导数。 */
export function dlogSigmoid(x: number): number {
  // 在这里作答。
  return Number.NaN
}
