export function leaf(value: number) {
  return {
    value,
    grad: 0,
    backward(upstream: number) {
      this.grad += upstream * (this.value > 0 ? 1 : 0);
    },
    zeroGrad() {
      let grad = this.grad;
      grad = 0;
    },
  };
}

export function train(steps: number): number {
  let value = 1;
  for (let step = 0; step < steps; step++) {
    if (value > 0) value -= 0.3;
  }
  return value;
}
