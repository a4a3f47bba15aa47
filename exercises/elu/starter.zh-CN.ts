/** x 的指数线性单元，尺度为 alpha。 */
export function elu(x: number, alpha: number): number {
  // 在这里作答。
  return Number.NaN
}

/** ELU 对 x 的导数。 */
export function delu(x: number, alpha: number): number {
  // 在这里作答。
  return Number.NaN
}
