/* 需要用到的类型；运算与 TensorFlow.js 的相同。 */
type Tensor = any
type Tf = any

/** x 每个元素的 pReLU：max(0, x) + alpha * min(0, x)，由张量运算写出。 */
export function prelu(tf: Tf, x: Tensor, alpha: number): Tensor {
  // 在这里作答。
  throw new Error('not written yet')
}
