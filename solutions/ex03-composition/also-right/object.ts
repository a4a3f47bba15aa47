export default {
  reluOfRelu: (x: number): number => 0.5 * (x + Math.abs(x)),
  preluOfPrelu(x: number, alpha: number): number {
    const left = alpha < 0 ? alpha : alpha ** 2;
    return x < 0 ? left * x : x;
  },
  isIdempotent(alpha: number): boolean {
    switch (Math.sign(alpha)) {
      case 1:
        return alpha === 1;
      default:
        return true;
    }
  },
};
