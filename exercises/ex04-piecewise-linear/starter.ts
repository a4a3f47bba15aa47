interface Net {
  w1: number[]
  b1: number[]
  w2: number[]
  b2: number
}

interface Pieces {
  breakpoints: number[]
  slopes: number[]
  intercepts: number[]
}

/** The breakpoints, slopes and intercepts of the function that net computes. */
export function pieces(net: Net): Pieces {
  // Your answer here.
  throw new Error('not written yet')
}

/** The sum of two piecewise linear functions. */
export function addPieces(p: Pieces, q: Pieces): Pieces {
  // Your answer here.
  throw new Error('not written yet')
}
