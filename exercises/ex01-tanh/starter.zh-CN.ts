/** 双曲正切：(1 - exp(-2x)) / (1 + exp(-2x))。 */
export function tanh(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** tanh 在 x 处的导数。 */
export function dtanh(x: number): number {
  // 在这里作答。
  return Number.NaN
}
