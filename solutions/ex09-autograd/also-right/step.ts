export const prelu = (tf: any, x: any, alpha: number) => {
  const positive = x.greater(0).toFloat();
  return x.mul(positive).add(x.mul(tf.sub(1, positive)).mul(alpha));
};
