interface Tensor {
  readonly shape: readonly number[]
}

interface Tf {
  add(a: Tensor, b: Tensor): Tensor
  mul(a: Tensor, b: Tensor | number): Tensor
  maximum(a: Tensor, b: number): Tensor
  minimum(a: Tensor, b: number): Tensor
}

export function prelu(tf: Tf, x: Tensor, alpha: number): Tensor {
  return tf.add(tf.maximum(x, 0), tf.mul(tf.minimum(x, 0), alpha))
}
