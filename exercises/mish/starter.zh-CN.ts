/** x 乘以 x 的 softplus 的 tanh。 */
export function mish(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** Mish 在 x 处的导数。 */
export function dmish(x: number): number {
  // 在这里作答。
  return Number.NaN
}
