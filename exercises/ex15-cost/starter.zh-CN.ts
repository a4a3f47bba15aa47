/** 处处与 tanh 相差在 0.1 以内，不用 Math、exp 和循环。 */
export function cheapTanh(x: number): number {
  // 在这里作答。
  return Number.NaN
}
