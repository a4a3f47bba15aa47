interface Graph {
  value: number[]
  grad: number[]
  alive: boolean
  backward(upstream: number[], retain: boolean): void
}

/** A matrix of ones, of the shape of X. */
export function onesLike(X: number[][]): number[][] {
  // Your answer here.
  throw new Error('not written yet')
}

/** ReLU of each number of x, with a backward pass. */
export function reluGraph(x: number[]): Graph {
  // Your answer here.
  throw new Error('not written yet')
}

/** Row i holds the derivatives of ReLU(x[i]) in every number of x. */
export function jacobian(x: number[]): number[][] {
  // Your answer here.
  throw new Error('not written yet')
}
