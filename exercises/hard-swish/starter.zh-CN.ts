/** x 乘以 x 的硬 sigmoid。 */
export function hardSwish(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** 硬 swish 在 x 处的导数。 */
export function dhardSwish(x: number): number {
  // 在这里作答。
  return Number.NaN
}
