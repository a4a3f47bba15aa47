interface Net {
  W1: number[][]
  b1: number[]
  W2: number[][]
  b2: number[]
}

/** tanh of x, made of a sigmoid. */
export function tanhViaSigmoid(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The sigmoid of x, made of tanh. */
export function sigmoidViaTanh(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The network with sigmoid that computes what net computes with tanh. */
export function toSigmoidNet(net: Net): Net {
  // Your answer here.
  throw new Error('not written yet')
}

/** The network with tanh that computes what net computes with sigmoid. */
export function toTanhNet(net: Net): Net {
  // Your answer here.
  throw new Error('not written yet')
}
