export function leaf(value: number) {
  return {
    value,
    grad: 0,
    backward(upstream: number) {
      this.grad += upstream;
    },
    zeroGrad() {
      this.grad = 0;
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
