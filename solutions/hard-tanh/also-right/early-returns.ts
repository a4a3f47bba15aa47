export default {
  hardTanh(x: number): number {
    if (x < -1) return -1;
    if (x > 1) return 1;
    return x;
  },
  dhardTanh(x: number): number {
    if (x === -1 || x === 1) return NaN;
    return x < -1 || x > 1 ? 0 : 1;
  },
};
