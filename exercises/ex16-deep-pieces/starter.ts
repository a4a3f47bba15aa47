interface Pieces {
  breakpoints: number[]
  slopes: number[]
  intercepts: number[]
}

interface Net {
  w1: number[]
  b1: number[]
  w2: number[]
  b2: number
}

interface DeepNet {
  w1: number[]
  b1: number[]
  W2: number[][]
  b2: number[]
  w3: number[]
  b3: number
}

/** P minus q, both piecewise linear. */
export function subtractPieces(p: Pieces, q: Pieces): Pieces {
  // Your answer here.
  throw new Error('not written yet')
}

/** The pieces of a network with one hidden layer of pReLUs. */
export function preluPieces(net: Net, alpha: number): Pieces {
  // Your answer here.
  throw new Error('not written yet')
}

/** The pieces of a network with two hidden layers of ReLUs. */
export function deepPieces(net: DeepNet): Pieces {
  // Your answer here.
  throw new Error('not written yet')
}
