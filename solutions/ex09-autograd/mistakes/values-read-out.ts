export function prelu(tf: any, x: any, alpha: number) {
  const numbers = Array.from(x.dataSync() as number[]);
  return tf.tensor(
    numbers.map((v) => (v > 0 ? v : alpha * v)),
    x.shape,
  );
}
