interface Layer {
  W: number[][]
  b: number[]
}

/** One layer that computes what the linear layers compute one after another. */
export function collapse(layers: Layer[]): Layer {
  // Your answer here.
  throw new Error('not written yet')
}

/** A change of the input, not zero, that a layer with half as many units does not see. */
export function lostDirection(W1: number[][]): number[] {
  // Your answer here.
  throw new Error('not written yet')
}

/** The rank of a matrix. */
export function rank(W: number[][]): number {
  // Your answer here.
  return Number.NaN
}
