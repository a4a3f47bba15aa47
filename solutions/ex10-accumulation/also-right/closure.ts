export default {
  leaf(value: number) {
    let sum = 0;
    return {
      value,
      get grad() {
        return sum;
      },
      backward: (upstream: number) => void (sum = sum + (value < 0 ? 0 : upstream)),
      zeroGrad: () => void (sum = 0),
    };
  },
  train(steps: number): number {
    return steps === 0 ? 1 : this.step(this.train(steps - 1));
  },
  step(value: number): number {
    const w = this.leaf(value);
    w.zeroGrad();
    w.backward(1);
    return value - 0.3 * w.grad;
  },
};
