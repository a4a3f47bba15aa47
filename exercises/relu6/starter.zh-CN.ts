/** x 的 ReLU，在 6 处截断。 */
export function relu6(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** ReLU6 在 x 处的导数。 */
export function drelu6(x: number): number {
  // 在这里作答。
  return Number.NaN
}
