/** Each column of a minibatch with mean 0 and variance 1; a constant column becomes 0. */
export function standardize(X: number[][]): number[][] {
  // Your answer here.
  throw new Error('not written yet')
}

/** Two minibatches that share an example whose output differs. */
export function witness(): number[][][] {
  // Your answer here.
  throw new Error('not written yet')
}

/** How the output of example i changes with the input of example j, column by column. */
export function crossGradient(X: number[][], i: number, j: number): number[] {
  // Your answer here.
  throw new Error('not written yet')
}

/** The two ends of the range of 'relu', 'sigmoid', 'tanh' or 'different'. */
export function outputRange(name: string): number[] {
  // Your answer here.
  throw new Error('not written yet')
}
