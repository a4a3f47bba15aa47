interface Net {
  w1: number[]
  b1: number[]
  w2: number[]
  b2: number
}

interface Example {
  x: number
  y: number
}

/** What the network gives with the nonlinearity of that name: relu, sigmoid or tanh. */
export function output(net: Net, name: string, x: number): number {
  // Your answer here.
  throw new Error('not written yet')
}

/** The smallest and the largest output over all inputs and all three nonlinearities. */
export function outputRange(net: Net, xs: number[]): number[] {
  // Your answer here.
  throw new Error('not written yet')
}

/** The nonlinearity that fits a minibatch best. */
export function bestNonlinearity(net: Net, batch: Example[]): string {
  // Your answer here.
  throw new Error('not written yet')
}

/** Mean squared errors with the choice of the minibatch itself, and of the one before. */
export function errors(net: Net, batches: Example[][]): { own: number; other: number } {
  // Your answer here.
  throw new Error('not written yet')
}
