/** 一串 sigmoid 对 x 的导数，对每个权重 h = sigmoid(w h)。 */
export function chainGradient(x: number, weights: number[]): number {
  // 在这里作答。
  return Number.NaN
}

/** 若干个 sigmoid 的导数之积的最大值。 */
export function gradientBound(depth: number): number {
  // 在这里作答。
  return Number.NaN
}
