export function prelu(tf: any, x: any, alpha: number) {
  const copy = tf.tensor(x);
  return tf.add(tf.relu(copy), tf.mul(alpha, tf.minimum(copy, 0)));
}
