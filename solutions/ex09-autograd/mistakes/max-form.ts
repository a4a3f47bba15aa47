export function prelu(tf: any, x: any, alpha: number) {
  return tf.maximum(x, tf.mul(x, alpha));
}
