export function prelu(tf: any, x: any, alpha: number) {
  const half = 0.5;
  return x.mul((1 + alpha) * half).add(tf.abs(x).mul((1 - alpha) * half));
}
