export function prelu(tf: any, x: any, alpha: number) {
  return tf.where(tf.greater(x, 0), x, tf.fill(x.shape, alpha));
}
