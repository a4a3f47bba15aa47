import {
  addRow,
  at,
  columnSums,
  defineReference,
  drawMatrix,
  drawVector,
  drawWhole,
  fixedMatrix,
  fixedVector,
  type Matrix,
  map,
  product,
  type Random,
  transpose,
  type Vector,
} from 'mlp-check/reference'

interface Parameters {
  readonly W1: Matrix
  readonly b1: Vector
  readonly W2: Matrix
  readonly b2: Vector
}

const relu = (value: number) => Math.max(0, value)

function hidden(X: Matrix, { W1, b1 }: Parameters): number[][] {
  return addRow(product(X, W1), b1)
}

function output(H: Matrix, { W2, b2 }: Parameters): number[][] {
  return addRow(product(H, W2), b2)
}

function forward(X: Matrix, params: Parameters): number[][] {
  return output(map(hidden(X, params), relu), params)
}

/** The gradients of the sum of dO ⊙ O in all four parameters. */
function backward(X: Matrix, params: Parameters, dO: Matrix, mask = reluMask): Parameters {
  return backwardFrom(product(dO, transpose(params.W2)), X, params, dO, mask)
}

/** With whatever one takes for the gradient of H. */
function backwardFrom(
  dH: Matrix,
  X: Matrix,
  params: Parameters,
  dO: Matrix,
  mask = reluMask,
): Parameters {
  const Z = hidden(X, params)
  const H = map(Z, relu)
  // A unit that is off gives 0, whatever comes back to it.
  const dZ = map(dH, (value, i, j) => (mask(Z, dO, i, j) === 0 ? 0 : value * mask(Z, dO, i, j)))
  return {
    W1: product(transpose(X), dZ),
    b1: columnSums(dZ),
    W2: product(transpose(H), dO),
    b2: columnSums(dO),
  }
}

type Mask = (Z: Matrix, dO: Matrix, row: number, column: number) => number

const reluMask: Mask = (Z, _, i, j) => (at(Z, i, j) > 0 ? 1 : 0)

const fixedParameters = (inputs: number, units: number, outputs: number): Parameters => ({
  W1: fixedMatrix(inputs, units, 1),
  b1: fixedVector(units, 2),
  W2: fixedMatrix(units, outputs, 3),
  b2: fixedVector(outputs, 4),
})

const fixed = (examples: number, inputs: number, units: number, outputs: number) =>
  [fixedMatrix(examples, inputs, 5), fixedParameters(inputs, units, outputs)] as const

/** Zeros of every kind, but no unit whose input is exactly 0; one of each, and more than any table. */
const CORNERS: readonly (readonly [X: Matrix, params: Parameters])[] = [
  [[[1]], { W1: [[2]], b1: [1], W2: [[3]], b2: [4] }],
  [[[1]], { W1: [[2]], b1: [-5], W2: [[3]], b2: [4] }],
  [[[0]], { W1: [[2]], b1: [1], W2: [[3]], b2: [0] }],
  // Equal examples, and equal numbers: what is theirs is found by their places.
  [
    [
      [1, 2, 1],
      [1, 2, 1],
      [-1, 1, 2],
    ],
    {
      W1: [
        [1, 1, -1],
        [1, -1, 2],
        [2, 2, 1],
      ],
      b1: [-1.25, -1.25, -4.5],
      W2: [
        [1, 2, 0.5],
        [1, -1, 0.5],
        [-2, 2, 3],
      ],
      b2: [0.5, 0.5, -1],
    },
  ],
  // Barely switched on, and barely off.
  [[[1], [-1]], { W1: [[1, -1]], b1: [2 ** -13 - 1, -1 - 2 ** -13], W2: [[2], [-3]], b2: [1] }],
  [
    [
      [0, 0],
      [1, -1],
    ],
    {
      W1: [
        [1, 0],
        [0, 1],
      ],
      b1: [0.5, 0.25],
      W2: [[1], [-1]],
      b2: [0],
    },
  ],
  [[[1], [2]], { W1: [[0, 0]], b1: [1, -1], W2: [[2], [3]], b2: [1] }],
  [[[1], [-2]], { W1: [[1, -1]], b1: [0, 0], W2: [[0], [0]], b2: [0] }],
  [[[1], [-2]], { W1: [[1, -1]], b1: [0, 0], W2: [[2], [3]], b2: [0] }],
  [
    [
      [1, 2],
      [3, 4],
    ],
    {
      W1: [
        [1, 2],
        [3, 4],
      ],
      b1: [-20, -30],
      W2: [
        [1, 2],
        [3, 4],
      ],
      b2: [5, 6],
    },
  ],
  [[[1e-4], [100]], { W1: [[100, 1e-4]], b1: [1e-4, 1], W2: [[1e-4], [100]], b2: [-100] }],
  fixed(1, 1, 3, 1),
  fixed(1, 4, 1, 3),
  fixed(5, 1, 1, 1),
  fixed(2, 3, 4, 1),
  fixed(4, 3, 3, 3),
  // Twelve of each, one after the other: of all four at once, differences would take too many calls.
  fixed(12, 2, 3, 2),
  fixed(2, 12, 2, 3),
  fixed(3, 2, 12, 2),
  fixed(2, 3, 2, 12),
  fixed(8, 8, 8, 8),
]

/** Examples, inputs, hidden units, outputs. First of all one of each, then square, then any. */
function shapeOf(random: Random, trial: number): readonly [number, number, number, number] {
  if (trial === 0) return [1, 1, 1, 1]
  if (trial === 1) return [2, 2, 2, 2]
  if (trial === 2) return [3, 3, 3, 3]
  const size = () => drawWhole(random, 1, 5)
  return [size(), size(), size(), size()]
}

export const mlp = defineReference<[X: Matrix, params: Parameters]>({
  summary: 'O = ReLU(X W1 + b1) W2 + b2, for params { W1, b1, W2, b2 }',
  corners: CORNERS,
  trials: 40,
  inputs: (random, trial) => {
    const [n, d, h, q] = shapeOf(random, trial)
    return [
      drawMatrix(random, n, d),
      {
        W1: drawMatrix(random, d, h),
        b1: drawVector(random, h),
        W2: drawMatrix(random, h, q),
        b2: drawVector(random, q),
      },
    ]
  },
  compute: (tf, X, { W1, b1, W2, b2 }) => {
    const H = tf.relu(tf.add(tf.matMul(X, W1), b1))
    return tf.add(tf.matMul(H, W2), b2)
  },
  exact: forward,
  mistakes: {
    'output-bias-in-hidden-layer': (X, p) => output(map(hidden(X, { ...p, b1: p.b2 }), relu), p),
    'no-nonlinearity': (X, p) => output(hidden(X, p), p),
    'weights-transposed': (X, p) => forward(X, { ...p, W1: transpose(p.W1), W2: transpose(p.W2) }),
    'relu-on-output': (X, p) => map(forward(X, p), relu),
    'bias-lost': (X, p) => forward(X, { ...p, b1: p.b1.map(() => 0), b2: p.b2.map(() => 0) }),
  },
  gradientMistakes: {
    'bias-gradient-not-summed': (X, p, dO) => {
      const right = backward(X, p, dO)
      const dZ = map(
        product(dO, transpose(p.W2)),
        (value, i, j) => value * reluMask(hidden(X, p), dO, i, j),
      )
      return { ...right, b1: dZ, b2: dO }
    },
    'bias-gradient-of-first-example': (X, p, dO) => {
      const first = backward(X.slice(0, 1), p, dO.slice(0, 1))
      return { ...backward(X, p, dO), b1: first.b1, b2: first.b2 }
    },
    'bias-gradient-averaged': (X, p, dO) => {
      const right = backward(X, p, dO)
      const mean = (sum: Vector) => sum.map((value) => value / X.length)
      return { ...right, b1: mean(right.b1), b2: mean(right.b2) }
    },
    // Where W2 is not square the two do not fit: what is not there makes NaN.
    'output-weights-not-transposed': (X, p, dO) => {
      const term = (row: Vector, i: number, j: number, k: number) =>
        (dO[i]?.[k] ?? Number.NaN) * (row[j] ?? Number.NaN)
      const dH = map(hidden(X, p), (_, i, j) =>
        p.W2.reduce((sum, row, k) => sum + term(row, i, j, k), 0),
      )
      return backwardFrom(dH, X, p, dO)
    },
    'mask-lost': (X, p, dO) => backward(X, p, dO, () => 1),
    'mask-from-output-gradient': (X, p, dO) => {
      const dH = product(dO, transpose(p.W2))
      return backward(X, p, dO, (_, __, i, j) => (at(dH, i, j) > 0 ? 1 : 0))
    },
    'weights-transposed': (X, p, dO) => {
      const right = backward(X, p, dO)
      return { ...right, W1: transpose(right.W1), W2: transpose(right.W2) }
    },
    'hidden-before-relu': (X, p, dO) => {
      const right = backward(X, p, dO)
      return { ...right, W2: product(transpose(hidden(X, p)), dO) }
    },
  },
})
