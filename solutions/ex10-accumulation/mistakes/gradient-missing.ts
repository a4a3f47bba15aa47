export function leaf(value: number) {
  let grad = 0;
  const backward = (upstream: number) => {
    grad += value > 0 ? upstream : 0;
  };
  const zeroGrad = () => {
    grad = 0;
  };
  return { value, grad, backward, zeroGrad };
}

export function train(steps: number): number {
  let value = 1;
  for (let step = 0; step < steps; step++) {
    if (value > 0) value -= 0.3;
  }
  return value;
}
