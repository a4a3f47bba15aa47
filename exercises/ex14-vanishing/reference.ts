import {
  defineReference,
  drawNumber,
  drawVector,
  drawWhole,
  fixedVector,
  type Tensor,
} from 'mlp-check/reference'

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z))
}

function slope(z: number): number {
  return sigmoid(z) * sigmoid(-z)
}

/** The h that goes into each layer along h ← sigmoid(w h): x, then what came out of the one before. */
function entering(x: number, weights: readonly number[]): number[] {
  let next = x
  return weights.map((w) => {
    const h = next
    next = sigmoid(w * h)
    return h
  })
}

/** The inputs z = w h of the sigmoids. */
function layerInputs(x: number, weights: readonly number[]): number[] {
  const h = entering(x, weights)
  return weights.map((w, k) => w * (h[k] ?? Number.NaN))
}

function multiplied(factors: readonly number[]): number {
  return factors.reduce((total, factor) => total * factor, 1)
}

/** A long chain whose gradient has not vanished: a layer that is left out is seen. */
const LONG = [
  ...[-2.7, -5.7, 5.3, -2.2, -3.7, -3.9, -5.6, -5.9, -5],
  ...[-4.9, -4.6, -4.5, -5.6, -5.4, -5.1, -3.9, -2.9],
]

export const sigmoidChain = defineReference<[x: number, weights: readonly number[]]>({
  summary: 'the derivative in x of h ← sigmoid(w h), applied for every w of weights, from h = x',
  corners: [
    [0, [1]],
    [0, [2, 1]],
    [0.5, [1]],
    [1, []],
    [0, []],
    [-3, [0]],
    [0.7, [1, 0, 2]],
    [0.7, [0, 0]],
    [-1.5, [-2, 3]],
    [1e-4, [1e-4, 100]],
    [0.3, [100]],
    [-0.3, [100]],
    [10, [-100]],
    [10, [100]],
    [0.5, [-100, 0.5]],
    [100, [0.01, -1]],
    [2, fixedVector(5)],
    [0.4, LONG],
  ],
  trials: 40,
  inputs: (random, trial) => {
    return [drawNumber(random), drawVector(random, drawWhole(random, 1, trial < 20 ? 3 : 12))]
  },
  compute: (tf, x, weights) => {
    const layers = Array.from({ length: weights.shape[0] ?? 0 }, (_, k) => k)
    const chain = (input: Tensor) =>
      layers.reduce((h, k) => tf.sigmoid(tf.mul(tf.gather(weights, k), h)), input)
    return tf.grad(chain)(x)
  },
  exact: (x, weights) => {
    const z = layerInputs(x, weights)
    return multiplied(weights.map((w, k) => w * slope(z[k] ?? Number.NaN)))
  },
  mistakes: {
    'derivative-at-chain-input': (x, weights) => multiplied(weights.map((w) => w * slope(w * x))),
    'derivative-at-x': (x, weights) => multiplied(weights.map((w) => w * slope(x))),
    'weights-lost': (x, weights) => multiplied(layerInputs(x, weights).map(slope)),
    'derivative-of-output': (x, weights) => {
      const z = layerInputs(x, weights)
      return multiplied(weights.map((w, k) => w * slope(sigmoid(z[k] ?? 0))))
    },
    'derivative-at-h': (x, weights) => {
      const h = entering(x, weights)
      return multiplied(weights.map((w, k) => w * slope(h[k] ?? 0)))
    },
    'output-of-the-layer-before': (x, weights) => {
      const h = entering(x, weights)
      return multiplied(weights.map((w, k) => w * (h[k] ?? 0) * (1 - (h[k] ?? 0))))
    },
    'rule-of-tanh': (x, weights) => {
      const z = layerInputs(x, weights)
      return multiplied(weights.map((w, k) => w * (1 - sigmoid(z[k] ?? 0) ** 2)))
    },
    'weights-squared': (x, weights) => {
      const z = layerInputs(x, weights)
      return multiplied(weights.map((w, k) => w * w * slope(z[k] ?? 0)))
    },
    'last-layer-only': (x, weights) => {
      const last = weights.length - 1
      return (weights[last] ?? 1) * slope(layerInputs(x, weights)[last] ?? Number.NaN)
    },
    'weights-reversed': (x, weights) => {
      const reversed = weights.toReversed()
      const z = layerInputs(x, reversed)
      return multiplied(reversed.map((w, k) => w * slope(z[k] ?? Number.NaN)))
    },
    'sum-for-product': (x, weights) =>
      layerInputs(x, weights).reduce((sum, z, k) => sum + (weights[k] ?? 0) * slope(z), 0),
  },
})

export const sigmoidChainBound = defineReference<[depth: number]>({
  summary: 'the largest product of derivatives of so many sigmoids: (1/4) ** depth',
  corners: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 17, 20, 33, 50].map((depth) => [depth]),
  trials: 0,
  inputs: () => [0],
  compute: (tf, depth) => tf.pow(tf.grad(tf.sigmoid)(0), depth),
  exact: (depth) => 0.25 ** depth,
  mistakes: {
    'half-for-quarter': (depth) => 0.5 ** depth,
    'quarter-times-depth': (depth) => 0.25 * depth,
    'quarter-over-depth': (depth) => 0.25 / depth,
    'one-layer-too-many': (depth) => 0.25 ** (depth + 1),
    'one-layer-too-few': (depth) => 0.25 ** (depth - 1),
    'bound-one': () => 1,
  },
})
