/** x 乘以标准正态分布的累积分布函数。 */
export function gelu(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** GELU 在 x 处的导数。 */
export function dgelu(x: number): number {
  // 在这里作答。
  return Number.NaN
}
