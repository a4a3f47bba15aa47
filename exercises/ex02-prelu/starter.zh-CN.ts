/** max(0, x) + alpha * min(0, x)。 */
export function prelu(x: number, alpha: number): number {
  // 在这里作答。
  return Number.NaN
}

/** pReLU 对 x 的导数。 */
export function dprelu(x: number, alpha: number): number {
  // 在这里作答。除了在 0 处，只返回 NaN 不行。
  return Number.NaN
}

/** pReLU 对 alpha 的导数。 */
export function dpreluDalpha(x: number, alpha: number): number {
  // 在这里作答。
  return Number.NaN
}
