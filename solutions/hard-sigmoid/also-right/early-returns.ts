export default {
  hardSigmoid(x: number): number {
    if (x <= -3) return 0;
    if (x >= 3) return 1;
    return (x + 3) / 6;
  },
  dhardSigmoid(x: number): number {
    if (Math.abs(x) > 3) return 0;
    return Math.abs(x) < 3 ? 1 / 6 : 1 / 12;
  },
};
