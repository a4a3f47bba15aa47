export default {
  hardSwish: (x: number): number => {
    if (x < -3) return 0;
    if (x > 3) return x;
    return (x * x + 3 * x) / 6;
  },
  dhardSwish: (x: number): number => {
    if (x < -3) return 0;
    if (x > 3) return 1;
    return x / 3 + 0.5;
  },
};
