/** 把 ReLU(ReLU(x)) 写成 x 的公式，不嵌套。 */
export function reluOfRelu(x: number): number {
  // 在这里作答。
  return Number.NaN
}

/** 把 pReLU(pReLU(x)) 写成 x 的公式，不嵌套，适用于任何 alpha。 */
export function preluOfPrelu(x: number, alpha: number): number {
  // 在这里作答。
  return Number.NaN
}

/** 是否对每个 x 都有 pReLU(pReLU(x)) = pReLU(x)。 */
export function isIdempotent(alpha: number): boolean {
  // 在这里作答。
  throw new Error('not written yet')
}
