export default class {
  static chainGradient(x: number, weights: number[]): number {
    const outputs = weights.reduce(
      (hs, w) => [...hs, 1 / (1 + Math.exp(-w * hs[hs.length - 1]))],
      [x],
    );
    return weights.reduceRight((g, w, k) => g * w * outputs[k + 1] * (1 - outputs[k + 1]), 1);
  }

  static gradientBound(depth: number): number {
    return Math.pow(2, -2 * depth);
  }
}
