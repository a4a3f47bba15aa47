import {
  defineReference,
  drawMatrix,
  drawWhole,
  fixedMatrix,
  type Matrix,
  map,
  type Random,
  type Tensor,
  type TensorOperations,
  transpose,
} from 'mlp-check/reference'

interface Moments {
  readonly mean: number
  /** Standard deviation of the minibatch itself: divided by n. */
  readonly deviation: number
}

function momentsOf(values: readonly number[], lost = 0): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / (values.length - lost)) }
}

/** Each column with mean 0 and variance 1; a constant column becomes 0. */
function standardized(X: Matrix, lost = 0): number[][] {
  const moments = transpose(X).map((column) => momentsOf(column, lost))
  return map(X, (value, _, j) => {
    const { mean, deviation } = moments[j] ?? { mean: 0, deviation: 0 }
    // Asked of the numbers: a constant column's deviation is 0 only up to rounding.
    return X.every((row) => row[j] === X[0]?.[j]) ? 0 : (value - mean) / deviation
  })
}

/** The same on TensorFlow.js. */
function standardizedOn(tf: TensorOperations, X: Tensor): Tensor {
  const centred = tf.sub(X, tf.mean(X, 0))
  const deviation = tf.sqrt(tf.mean(tf.square(centred), 0))
  const constant = tf.equal(tf.max(X, 0), tf.min(X, 0))
  // Not divided by zero even where the quotient is not used: its gradient would be NaN.
  return tf.where(constant, 0, tf.div(centred, tf.where(constant, 1, deviation)))
}

/** As many examples and columns as the statement speaks of. */
const LARGEST = fixedMatrix(13, 9, 1)

/** Equal numbers in columns that are not constant: what is theirs is found by their places. */
const SOME_EQUAL: Matrix = [
  [1, 5],
  [1, 2],
  [4, 2],
  [0, 3],
]

/** A column of 0.1 has a mean that is not 0.1, and a deviation that is not 0. */
const CORNER_BATCHES: readonly Matrix[] = [
  [[1], [3]],
  [
    [5, 1],
    [5, 2],
  ],
  [[2, -1]],
  [[0]],
  [
    [0, 0],
    [0, 0],
  ],
  [[0.1], [0.1], [0.1]],
  [
    [1, 0.1, 3],
    [2, 0.1, 5],
    [4, 0.1, 1],
  ],
  [
    [0.7, 2],
    [0.7, -1],
    [0.7, 3],
    [0.7, 0],
    [0.7, 1],
    [0.7, 5],
  ],
  [
    [3, 1.1],
    [3, 1.1],
    [3, 1.1],
  ],
  [
    [1, -0],
    [2, 0],
    [3, 0],
  ],
  [
    [1e-4, 100],
    [-1e-4, 300],
    [2e-4, -200],
  ],
  [[100], [101], [103]],
  // Not equal, by a millionth and by less: of two rows, whose mean is exact however it is computed.
  [[2], [2 + 2 ** -19]],
  [[8], [8 + 2 ** -30]],
  [[2 ** -33], [3 * 2 ** -33]],
  [
    [-5, 5],
    [5, -5],
  ],
  SOME_EQUAL,
  fixedMatrix(2, 7),
  fixedMatrix(13, 2),
  fixedMatrix(5, 9),
  LARGEST,
]

/** One example, then a constant column, then any minibatch. */
function drawBatch(random: Random, trial: number): number[][] {
  if (trial === 0) return [[1], [3]]
  if (trial === 1) return [[2, -1]]
  const X = drawMatrix(random, drawWhole(random, 2, 6), drawWhole(random, 1, 4))
  return trial % 4 === 2 ? X.map((row) => row.map((value, j) => (j === 0 ? 1.5 : value))) : X
}

export const standardize = defineReference<[X: Matrix]>({
  summary:
    'each column of a minibatch with mean 0 and variance 1 (over n); constant columns become 0',
  corners: CORNER_BATCHES.map((X) => [X]),
  trials: 30,
  inputs: (random, trial) => [drawBatch(random, trial)],
  compute: standardizedOn,
  exact: (X) => standardized(X),
  mistakes: {
    'n-minus-one': (X) => (X.length === 1 ? map(X, () => Number.NaN) : standardized(X, 1)),
    'axis-swapped': (X) => transpose(standardized(transpose(X))),
    'division-by-zero': (X) => {
      const moments = transpose(X).map((column) => momentsOf(column))
      return map(
        X,
        (value, _, j) => (value - (moments[j]?.mean ?? 0)) / (moments[j]?.deviation ?? 0),
      )
    },
    'not-centred': (X) => {
      const moments = transpose(X).map((column) => momentsOf(column))
      return map(X, (value, _, j) => value / (moments[j]?.deviation || 1))
    },
    'variance-for-deviation': (X) => {
      const moments = transpose(X).map((column) => momentsOf(column))
      return map(X, (value, _, j) => {
        const { mean, deviation } = moments[j] ?? { mean: 0, deviation: 0 }
        return deviation === 0 ? 0 : (value - mean) / deviation ** 2
      })
    },
    'whole-batch': (X) => {
      const { mean, deviation } = momentsOf(X.flat())
      return map(X, (value) => (deviation === 0 ? 0 : (value - mean) / deviation))
    },
  },
})

/** How the standardized example i changes with the raw example j, column by column. */
function slopes(X: Matrix, i: number, j: number): number[] {
  const n = X.length
  return transpose(X).map((column) => {
    const { mean, deviation } = momentsOf(column)
    const own = (i === j ? 1 : 0) - 1 / n
    const [a, b] = [(column[i] ?? 0) - mean, (column[j] ?? 0) - mean]
    return own / deviation - (a * b) / (n * deviation ** 3)
  })
}

export const crossGradient = defineReference<[X: Matrix, i: number, j: number]>({
  summary: 'the derivative of the standardized example i in the raw example j, one number a column',
  corners: [
    [[[0], [1]], 0, 1],
    [[[0], [1]], 1, 1],
    [[[1], [3], [4]], 0, 0],
    [[[1], [3], [4]], 2, 1],
    [
      [
        [1, 5],
        [2, -1],
        [4, 0],
        [0, 3],
      ],
      1,
      3,
    ],
    [
      [
        [1, 5],
        [2, -1],
        [4, 0],
        [0, 3],
      ],
      3,
      3,
    ],
    [
      [
        [100, 1e-2],
        [101, -1e-2],
        [103, 0],
      ],
      0,
      2,
    ],
    [SOME_EQUAL, 0, 1],
    [SOME_EQUAL, 2, 1],
    [fixedMatrix(3, 3), 1, 0],
    [fixedMatrix(4, 2), 2, 2],
    [fixedMatrix(12, 3), 11, 9],
    [fixedMatrix(12, 1), 10, 10],
    [fixedMatrix(3, 8), 2, 1],
    [LARGEST, 0, 12],
    [LARGEST, 12, 4],
    [LARGEST, 12, 12],
  ],
  trials: 30,
  inputs: (random, trial) => {
    const X =
      trial === 0
        ? [[1], [3], [4]]
        : drawMatrix(random, drawWhole(random, 3, 6), drawWhole(random, 1, 4))
    const i = drawWhole(random, 0, X.length - 1)
    const j = trial % 3 === 1 ? i : drawWhole(random, 0, X.length - 1)
    return [X, i, j]
  },
  compute: (tf, X, i, j) => {
    const example = (Y: Tensor) => tf.gather(standardizedOn(tf, Y), i)
    return tf.gather(tf.grad(example)(X), j)
  },
  exact: slopes,
  mistakes: {
    'moments-constant': (X, i, j) =>
      transpose(X).map((column) => (i === j ? 1 / momentsOf(column).deviation : 0)),
    'deviation-constant': (X, i, j) =>
      transpose(X).map(
        (column) => ((i === j ? 1 : 0) - 1 / X.length) / momentsOf(column).deviation,
      ),
    'n-minus-one': (X, i, j) =>
      transpose(X).map((column) => {
        const { mean, deviation } = momentsOf(column, 1)
        const [a, b] = [(column[i] ?? 0) - mean, (column[j] ?? 0) - mean]
        const own = (i === j ? 1 : 0) - 1 / X.length
        return own / deviation - (a * b) / ((X.length - 1) * deviation ** 3)
      }),
  },
})
