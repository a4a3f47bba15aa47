export function prelu(tf: any, x: any, alpha: number) {
  const both = tf.stack([x, tf.zerosLike(x)]);
  return tf.addN([tf.max(both, 0), tf.min(both, 0).mul(alpha)]);
}
