interface Leaf {
  value: number
  grad: number
  backward(upstream: number): void
  zeroGrad(): void
}

/** A number that gathers the gradients of relu(value). */
export function leaf(value: number): Leaf {
  // Your answer here.
  throw new Error('not written yet')
}

/** The value after so many steps of gradient descent on relu(value), from 1 at the rate 0.3. */
export function train(steps: number): number {
  // Your answer here.
  return Number.NaN
}
