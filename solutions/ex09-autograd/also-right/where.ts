export const prelu = (tf: any, x: any, alpha: number) =>
  tf.where(tf.greater(x, tf.zerosLike(x)), x, x.mul(alpha));
