/** The sigmoid with one exponential. */
export function sigmoid(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** Tanh with one exponential. */
export function tanh(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** ReLU with one comparison. */
export function relu(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of the sigmoid, from its output s. */
export function dsigmoid(s: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of tanh, from its output t. */
export function dtanh(t: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of ReLU, from its output y. */
export function drelu(y: number): number {
  // Your answer here.
  return Number.NaN
}

/** How many functions and other operations the formula of that name has. */
export function operations(name: string): { functions: number; others: number } {
  // Your answer here.
  throw new Error('not written yet')
}

/** The operations of one forward and one backward pass through a layer. */
export function layerCost(name: string, units: number, perFunction: number): number {
  // Your answer here.
  return Number.NaN
}
