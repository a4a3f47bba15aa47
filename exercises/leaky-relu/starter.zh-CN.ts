/** 右侧是 x，左侧是 alpha 乘以 x。 */
export function leakyRelu(x: number, alpha: number): number {
  // 在这里作答。
  return Number.NaN
}

/** 带泄漏的 ReLU 对 x 的导数。 */
export function dleakyRelu(x: number, alpha: number): number {
  // 在这里作答。
  return Number.NaN
}
