import {
  defineReference,
  drawMatrix,
  drawWhole,
  fixedMatrix,
  type Matrix,
  map,
  product,
  transpose,
} from 'mlp-check/reference'

function softmaxRows(scores: Matrix): number[][] {
  return scores.map((row) => {
    const largest = Math.max(...row)
    const powers = row.map((score) => Math.exp(score - largest))
    const total = powers.reduce((sum, power) => sum + power, 0)
    return powers.map((power) => power / total)
  })
}

const scores = (Q: Matrix, K: Matrix) => product(Q, transpose(K))
const scaled = (Q: Matrix, K: Matrix, by: number) => map(scores(Q, K), (score) => score / by)
const width = (Q: Matrix) => Q[0]?.length ?? 1

export const weights = defineReference<[Q: Matrix, K: Matrix]>({
  summary: 'softmax of each row of Q K^T / sqrt(d)',
  corners: [
    [
      [[1, 0]],
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      [[0, 0]],
      [
        [5, 1],
        [-1, 2],
        [0, 0],
      ],
    ],
    [[[2]], [[3]]],
    // Two scores far above all means, and not the same.
    [[[100]], [[30], [29.9], [-60]]],
    [
      [
        [1, 2, 3, 4],
        [0, 1, 0, -1],
      ],
      [
        [1, 1, 1, 1],
        [2, 0, 2, 0],
        [0, 0, 0, 1],
      ],
    ],
    [
      [[100, 100]],
      [
        [100, 100],
        [-100, 0],
      ],
    ],
    [
      [[-100, 3]],
      [
        [90, 0],
        [100, 0],
      ],
    ],
    // The largest score of one row is far from any of the other.
    [
      [
        [100, 0],
        [-100, 1],
      ],
      [
        [90, 0],
        [90, 1],
      ],
    ],
    [fixedMatrix(3, 5), fixedMatrix(7, 5, 1)],
  ],
  trials: 30,
  inputs: (random) => {
    const d = drawWhole(random, 1, 4)
    const [queries, keys] = [drawWhole(random, 1, 4), drawWhole(random, 1, 4)]
    return [drawMatrix(random, queries, d), drawMatrix(random, keys, d)]
  },
  exact: (Q, K) => softmaxRows(scaled(Q, K, Math.sqrt(width(Q)))),
  mistakes: {
    'not-scaled': (Q, K) => softmaxRows(scores(Q, K)),
    'scaled-by-d': (Q, K) => softmaxRows(scaled(Q, K, width(Q))),
    'scaled-by-keys': (Q, K) => softmaxRows(scaled(Q, K, Math.sqrt(K.length))),
    'over-queries': (Q, K) => transpose(softmaxRows(scaled(K, Q, Math.sqrt(width(Q))))),
    'softmax-lost': (Q, K) => scaled(Q, K, Math.sqrt(width(Q))),
  },
})
