export function leaf(value: number) {
  return {
    value,
    grad: 0,
    backward(upstream: number) {
      this.grad += upstream * (this.value > 0 ? 1 : 0);
    },
    zeroGrad() {
      this.grad = 0;
    },
  };
}

export function train(steps: number): number {
  const w = leaf(1);
  for (let step = 0; step <= steps; step++) {
    w.zeroGrad();
    w.backward(1);
    w.value -= 0.3 * w.grad;
  }
  return w.value;
}
