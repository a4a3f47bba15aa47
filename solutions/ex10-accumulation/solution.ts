interface Leaf {
  value: number
  grad: number
  backward(upstream: number): void
  zeroGrad(): void
}

export function leaf(value: number): Leaf {
  const self: Leaf = {
    value,
    grad: 0,
    backward(upstream) {
      self.grad += self.value > 0 ? upstream : 0
    },
    zeroGrad() {
      self.grad = 0
    },
  }
  return self
}

export function train(steps: number): number {
  const w = leaf(1)
  for (let step = 0; step < steps; step++) {
    w.zeroGrad()
    w.backward(1)
    w.value -= 0.3 * w.grad
  }
  return w.value
}
