/** sigmoid（逻辑斯谛函数）：1 / (1 + exp(-x))。 */
export function sigmoid(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** sigmoid 在 x 处的导数。 */
export function dsigmoid(x: number): number {
  // 在这里作答。
  return Number.NaN
}
