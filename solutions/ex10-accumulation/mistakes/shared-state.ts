let grad = 0;

export function leaf(value: number) {
  grad = 0;
  return {
    value,
    get grad() {
      return grad;
    },
    backward(upstream: number) {
      if (value > 0) grad += upstream;
    },
    zeroGrad() {
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
