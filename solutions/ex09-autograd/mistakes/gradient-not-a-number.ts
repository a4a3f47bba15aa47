export function prelu(tf: any, x: any, alpha: number) {
  const right = tf.exp(tf.log(x));
  const left = tf.exp(tf.log(x.neg())).mul(-alpha);
  return tf.where(tf.greater(x, 0), right, left);
}
