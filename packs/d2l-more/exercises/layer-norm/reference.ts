import {
  defineReference,
  drawVector,
  drawWhole,
  fixedVector,
  type Vector,
} from 'mlp-check/reference'

const EPSILON = 1e-5

interface Rule {
  readonly lost?: number
  readonly epsilon?: number
  /** What is added to the root. */
  readonly outside?: number
  readonly centred?: boolean
}

function normalized(x: Vector, rule: Rule = {}) {
  const { lost = 0, epsilon = EPSILON, outside = 0, centred = true } = rule
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (x.length - lost)
  const scale = 1 / (Math.sqrt(variance + epsilon) + outside)
  return { normal: x.map((value) => (centred ? value - mean : value) * scale), scale }
}

const affine = (normal: Vector, gain: Vector, shift: Vector) =>
  normal.map((value, k) => value * (gain[k] ?? 0) + (shift[k] ?? 0))

const CORNERS: readonly (readonly [x: Vector, gain: Vector, shift: Vector])[] = [
  [
    [1, 3],
    [1, 1],
    [0, 0],
  ],
  [
    [1, 2, 4],
    [1, -2, 0.5],
    [0.5, 0, -1],
  ],
  [
    [0, 0, 0],
    [1, 2, 3],
    [4, 5, 6],
  ],
  [[2.5], [3], [-1]],
  [
    [0.001, -0.002],
    [1, 1],
    [0, 0],
  ],
  [
    [100, 101, 103, 98],
    [1, 1, 1, 1],
    [0, 0, 0, 0],
  ],
  [fixedVector(9), fixedVector(9, 1), fixedVector(9, 2)],
]

export const norm = defineReference<[x: Vector, gain: Vector, shift: Vector]>({
  summary: 'layer normalization of a vector, with epsilon 1e-5',
  corners: CORNERS,
  trials: 30,
  inputs: (random) => {
    const size = drawWhole(random, 1, 6)
    return [drawVector(random, size), drawVector(random, size), drawVector(random, size)]
  },
  compute: (tf, x, gain, shift) => {
    const centred = tf.sub(x, tf.mean(x))
    const variance = tf.mean(tf.square(centred))
    return tf.add(tf.mul(gain, tf.div(centred, tf.sqrt(tf.add(variance, EPSILON)))), shift)
  },
  exact: (x, gain, shift) => affine(normalized(x).normal, gain, shift),
  mistakes: {
    'n-minus-one': (x, gain, shift) => affine(normalized(x, { lost: 1 }).normal, gain, shift),
    'not-centred': (x, gain, shift) =>
      affine(normalized(x, { centred: false }).normal, gain, shift),
    'epsilon-lost': (x, gain, shift) => affine(normalized(x, { epsilon: 0 }).normal, gain, shift),
    'epsilon-outside': (x, gain, shift) =>
      affine(normalized(x, { epsilon: 0, outside: EPSILON }).normal, gain, shift),
  },
  gradientMistakes: {
    'statistics-constant': (x, gain, _shift, dy) => {
      const { scale } = normalized(x)
      return x.map((_, k) => (Number(dy[k]) || 0) * (gain[k] ?? 0) * scale)
    },
  },
})
