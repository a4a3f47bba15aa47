const slopeAt = (x: number, alpha: number): number => {
  switch (true) {
    case x > 0:
      return 1;
    case x < 0:
      return alpha;
    default:
      return NaN;
  }
};

export default {
  leakyRelu: (x: number, alpha: number): number => (x === 0 ? 0 : slopeAt(x, alpha) * x),
  dleakyRelu: slopeAt,
};
