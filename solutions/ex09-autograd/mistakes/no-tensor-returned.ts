export function prelu(tf: any, x: any, alpha: number) {
  tf.add(tf.maximum(x, 0), tf.mul(tf.minimum(x, 0), alpha));
}
