import {
  defineReference,
  drawNumber,
  drawVector,
  drawWhole,
  type Tensor,
} from 'mlp-check/reference'

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z))
}

function slope(z: number): number {
  return sigmoid(z) * sigmoid(-z)
}

/** The inputs z of the sigmoids along h ← sigmoid(w h). */
function layerInputs(x: number, weights: readonly number[]): number[] {
  let h = x
  return weights.map((w) => {
    const z = w * h
    h = sigmoid(z)
    return z
  })
}

function multiplied(factors: readonly number[]): number {
  return factors.reduce((total, factor) => total * factor, 1)
}

export const sigmoidChain = defineReference<[x: number, weights: readonly number[]]>({
  summary: 'the derivative in x of h ← sigmoid(w h), applied for every w of weights, from h = x',
  trials: 40,
  inputs: (random, trial) => {
    if (trial === 0) return [0.5, [1]]
    if (trial === 1) return [0, [1, 1]]
    if (trial === 2) return [1, []]
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
    'last-layer-only': (x, weights) => {
      const last = weights.length - 1
      return (weights[last] ?? 1) * slope(layerInputs(x, weights)[last] ?? Number.NaN)
    },
    'sum-for-product': (x, weights) =>
      layerInputs(x, weights).reduce((sum, z, k) => sum + (weights[k] ?? 0) * slope(z), 0),
  },
})

export const sigmoidChainBound = defineReference<[depth: number]>({
  summary: 'the largest product of derivatives of so many sigmoids: (1/4) ** depth',
  trials: 21,
  inputs: (_, trial) => [trial],
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
