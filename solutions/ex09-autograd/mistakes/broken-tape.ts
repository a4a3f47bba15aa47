export function prelu(tf: any, x: any, alpha: number) {
  const positive = tf.greater(x, 0);
  const negative = tf.less(x, 0);
  return tf.add(tf.mul(positive, 1), tf.mul(negative, alpha));
}
