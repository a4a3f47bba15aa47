import {
  addRow,
  defineReference,
  drawMatrix,
  drawVector,
  drawWhole,
  fixedMatrix,
  fixedVector,
  type Matrix,
  matrix,
  product,
  type Random,
  rank,
  rowTimes,
  type Vector,
} from 'mlp-check/reference'

/** The most rows, and the most columns, that the statement speaks of. */
const LARGEST = 14

interface Layer {
  readonly W: Matrix
  readonly b: Vector
}

/** A layer after another one, as one: X (V W) + (c W + b). */
function after(first: Layer, second: Layer): Layer {
  return {
    W: product(first.W, second.W),
    b: addRow([rowTimes(first.b, second.W)], second.b)[0] ?? [],
  }
}

/** A single layer, then square ones of any number, then any shapes that fit. */
function drawLayers(random: Random, trial: number): Layer[] {
  const depth = trial === 0 ? 1 : drawWhole(random, 2, 4)
  const side = drawWhole(random, 2, 3)
  const sizes = Array.from({ length: depth + 1 }, () =>
    trial < 6 ? side : drawWhole(random, 1, 4),
  )
  return Array.from({ length: depth }, (_, k) => ({
    W: drawMatrix(random, sizes[k] ?? 1, sizes[k + 1] ?? 1),
    b: drawVector(random, sizes[k + 1] ?? 1),
  }))
}

const fixedLayer = (inputs: number, units: number, salt: number): Layer => ({
  W: fixedMatrix(inputs, units, salt),
  b: fixedVector(units, salt + 1),
})

const CORNER_LAYERS: readonly (readonly Layer[])[] = [
  [{ W: [[2]], b: [-1] }],
  [
    { W: [[2]], b: [1] },
    { W: [[3]], b: [4] },
  ],
  [
    { W: [[2]], b: [5] },
    { W: [[-3]], b: [0] },
    { W: [[0.5]], b: [1] },
  ],
  [
    { W: [[1, 2]], b: [0, 0] },
    { W: [[3], [4]], b: [5] },
  ],
  [
    { W: [[1, 2]], b: [3, -1] },
    { W: [[0], [0]], b: [0] },
    { W: [[2, 1]], b: [1, 0] },
  ],
  [
    { W: [[0], [0]], b: [2] },
    { W: [[3]], b: [0] },
  ],
  [
    {
      W: [
        [1, 0],
        [0, 1],
      ],
      b: [0, 0],
    },
    {
      W: [
        [0, 1],
        [1, 0],
      ],
      b: [1, 2],
    },
  ],
  [fixedLayer(3, 2, 1), { W: fixedMatrix(2, 4, 5), b: [0, 0, 0, 0] }, fixedLayer(4, 1, 7)],
  [fixedLayer(1, 5, 1), fixedLayer(5, 1, 3)],
  [1, 2, 3, 4, 5, 6].map((salt) => fixedLayer(2, 2, salt)),
  [fixedLayer(9, 8, 1), fixedLayer(8, 7, 3), fixedLayer(7, 9, 5)],
  [fixedLayer(LARGEST, LARGEST, 1), fixedLayer(LARGEST, LARGEST, 3)],
  [
    { W: [[1e-4, 100]], b: [100, 1e-4] },
    { W: [[100], [1e-4]], b: [-100] },
  ],
  // Equal numbers: what is theirs is found by their places.
  [
    {
      W: [
        [1, 2, 1],
        [1, -1, 2],
        [3, 2, 2],
      ],
      b: [2, 2, -1],
    },
    {
      W: [
        [1, 0.5],
        [1, -1],
        [-2, 0.5],
      ],
      b: [1, 1],
    },
  ],
]

function collapsed(layers: readonly Layer[]): Layer {
  return layers.reduce(after)
}

export const collapseLayers = defineReference<[layers: readonly Layer[]]>({
  summary: 'layers { W, b } without nonlinearities between them, as one layer { W, b }',
  corners: CORNER_LAYERS.map((layers) => [layers]),
  trials: 30,
  inputs: (random, trial) => [drawLayers(random, trial)],
  compute: (tf, layers) =>
    layers.reduce((first, { W, b }) => ({
      W: tf.matMul(first.W, W),
      b: tf.add(tf.squeeze(tf.matMul(tf.expandDims(first.b, 0), W), [0]), b),
    })),
  exact: collapsed,
  mistakes: {
    'biases-not-carried': (layers) => ({
      W: collapsed(layers).W,
      b: layers[layers.length - 1]?.b ?? [],
    }),
    'biases-added-up': (layers) => ({
      W: collapsed(layers).W,
      b: layers
        .map((layer) => layer.b)
        .reduce((sum, b) => b.map((value, k) => value + (sum[k] ?? Number.NaN))),
    }),
    'product-order': (layers) => {
      const { b } = collapsed(layers)
      return { W: layers.map((layer) => layer.W).reduce((V, W) => product(W, V)), b }
    },
    'all-in-reverse': (layers) => collapsed([...layers].reverse()),
  },
})

/** Whole numbers without a pattern: a matrix of the largest size has full rank. */
const mixed = (i: number, j: number) => ((3 * i * i + 5 * j * j + 7 * i * j + i) % 17) - 8

/** Each is 0 modulo a prime: all up to 37, and those that programs compute with. */
const MULTIPLES = [30030, 17 * 19 * 23 * 29 * 31 * 37, 97, 101, 251, 257, 997, 1009, 7919, 10007]
const MODULI = [65521, 65537, 1e6 + 3, 998244353, 1e9 + 7, 1e9 + 9, 2 ** 31 - 1]

/** Elimination without care leaves 1e-17 in some of these where 0 belongs, and counts it. */
const CORNER_MATRICES: readonly Matrix[] = [
  [
    [1, 2],
    [2, 4],
  ],
  [[0]],
  [[5]],
  [
    [0, 0],
    [0, 0],
  ],
  [[0, 0, 0]],
  [[0], [0], [3]],
  [
    [0, 1],
    [0, 2],
  ],
  [
    [0, 1],
    [1, 0],
  ],
  [
    [0, 0],
    [1, 2],
  ],
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
  [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
  [
    [7, 8, 9],
    [4, 5, 6],
    [1, 2, 3],
  ],
  [
    [3, 1, 4],
    [7, 2, 9],
    [10, 3, 13],
  ],
  [
    [3, 7, 1],
    [9, 1, 6],
    [6, -6, 5],
  ],
  [
    [7, 3, 5],
    [3, 9, 1],
    [10, 12, 6],
    [4, -6, 4],
  ],
  [[1, 1, 1, 1, 1, 1]],
  [[1], [1], [1], [1], [1], [1]],
  [
    [0, 0, 0, 0, 0, 1],
    [0, 0, 0, 0, 1, 0],
    [0, 0, 0, 0, 1, 1],
  ],
  [
    [1, 0, 0, 0, 0],
    [0, 1, 0, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 0, 1, 0],
    [0, 0, 0, 0, 1],
  ],
  matrix(7, 7, (i, j) => (i === j ? 1 : 0)),
  matrix(6, 9, (i, j) => ((i * 5 + j * 3 + i * j) % 7) - 3),
  matrix(9, 6, (i, j) => i + j),
  matrix(LARGEST, LARGEST, mixed),
  matrix(LARGEST, LARGEST, (i, j) => mixed(i % (LARGEST - 1), j)),
  [
    [100, 200],
    [-300, -600],
    [1, 2],
  ],
  // Nearly copies of one another, and not: the determinant is -1.
  [
    [1000, 999],
    [999, 998],
  ],
  ...[...MULTIPLES, ...MODULI].map((value) => [[value]]),
]

/** Whole numbers, so that the rank is beyond doubt; some are products through a bottleneck. */
function drawRanked(random: Random, trial: number): number[][] {
  const whole = (rows: number, width: number) => matrix(rows, width, () => drawWhole(random, -2, 2))
  const [rows, width] = [drawWhole(random, 1, 5), drawWhole(random, 1, 5)]
  const inner = drawWhole(random, 1, 3)
  return trial % 2 === 0 ? whole(rows, width) : product(whole(rows, inner), whole(inner, width))
}

export const matrixRank = defineReference<[W: Matrix]>({
  summary: 'the rank of a matrix of whole numbers',
  corners: CORNER_MATRICES.map((W) => [W]),
  trials: 40,
  inputs: (random, trial) => [drawRanked(random, trial)],
  exact: (W) => rank(W),
  mistakes: {
    'full-rank-assumed': (W) => Math.min(W.length, W[0]?.length ?? 0),
    'rows-counted': (W) => W.length,
    'nonzero-rows-counted': (W) => W.filter((row) => row.some((value) => value !== 0)).length,
  },
})
