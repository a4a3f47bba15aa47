/** x 除以 1 + |x|。 */
export function softsign(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** softsign 在 x 处的导数。 */
export function dsoftsign(x: number): number {
  // 在这里作答。
  return Number.NaN
}
