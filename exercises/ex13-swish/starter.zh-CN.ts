/** x 乘以 beta 与 x 之积的 sigmoid。 */
export function swish(x: number, beta: number): number {
  // 在这里作答。
  return Number.NaN
}

/** Swish 对 x 的导数。 */
export function dswish(x: number, beta: number): number {
  // 在这里作答。
  return Number.NaN
}
