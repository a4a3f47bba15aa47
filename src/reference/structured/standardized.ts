import { type Matrix, map, transpose } from './linear-algebra.ts'

interface Moments {
  readonly mean: number
  /** Standard deviation of the minibatch itself: divided by n. */
  readonly deviation: number
}

function momentsOf(values: readonly number[]): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / values.length) }
}

/** Each column with mean 0 and variance 1; a constant column becomes 0. */
export function standardized(X: Matrix): number[][] {
  const moments = transpose(X).map(momentsOf)
  return map(X, (value, _, j) => {
    const { mean, deviation } = moments[j] ?? { mean: 0, deviation: 0 }
    // A constant column's deviation is 0 up to rounding.
    return deviation <= 1e-12 * Math.max(1, Math.abs(mean)) ? 0 : (value - mean) / deviation
  })
}
