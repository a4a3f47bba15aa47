export function prelu(tf: any, x: any, alpha: number) {
  const findMax = tf.max(x);
  const findMin = tf.min(x);
  return tf.add(findMax, tf.mul(findMin, alpha));
}
