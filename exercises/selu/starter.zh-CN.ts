/** x 的缩放指数线性单元。 */
export function selu(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** SELU 在 x 处的导数。 */
export function dselu(x: number): number {
  // 在这里作答。
  return Number.NaN
}
