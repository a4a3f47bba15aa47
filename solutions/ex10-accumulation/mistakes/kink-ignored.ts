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

export const train = (steps: number) => 1 - 0.3 * steps;
