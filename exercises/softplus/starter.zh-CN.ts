/** 1 + exp(x) 的自然对数。 */
export function softplus(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** softplus 在 x 处的导数。 */
export function dsoftplus(x: number): number {
  // 在这里作答。
  return Number.NaN
}
