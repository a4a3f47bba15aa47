export default {
  prelu(tf: any, x: any, alpha: number): any {
    const positive = x.relu();
    const negative = x.neg().relu();
    return positive.sub(negative.mul(tf.scalar(alpha)));
  },
};
