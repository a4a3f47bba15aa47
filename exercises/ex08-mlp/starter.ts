interface Params {
  W1: number[][]
  b1: number[]
  W2: number[][]
  b2: number[]
}

/** The outputs O = ReLU(X W1 + b1) W2 + b2. */
export function forward(X: number[][], params: Params): number[][] {
  // Your answer here.
  throw new Error('not written yet')
}

/** The gradients of all four parameters for a given gradient of the outputs. */
export function backward(X: number[][], params: Params, dO: number[][]): Params {
  // Your answer here.
  throw new Error('not written yet')
}
