export function prelu(tf: any, x: any, alpha: number) {
  const zero = tf.tensor1d([0]);
  return tf.add(tf.maximum(x, zero), tf.mul(alpha, tf.minimum(x, zero)));
}
