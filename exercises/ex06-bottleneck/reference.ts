import {
  addRow,
  defineReference,
  drawMatrix,
  drawVector,
  drawWhole,
  type Matrix,
  matrix,
  product,
  type Random,
  rank,
  rowTimes,
  type Vector,
} from 'mlp-check/reference'

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

function collapsed(layers: readonly Layer[]): Layer {
  return layers.reduce(after)
}

export const collapseLayers = defineReference<[layers: readonly Layer[]]>({
  summary: 'layers { W, b } without nonlinearities between them, as one layer { W, b }',
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

/** Whole numbers, so that the rank is beyond doubt; some are products through a bottleneck. */
function drawRanked(random: Random, trial: number): number[][] {
  const whole = (rows: number, width: number) => matrix(rows, width, () => drawWhole(random, -2, 2))
  if (trial === 0)
    return [
      [1, 2],
      [2, 4],
    ]
  if (trial === 1)
    return [
      [0, 0],
      [0, 0],
    ]
  if (trial === 2)
    return [
      [1, 0, 0],
      [0, 1, 0],
    ]
  const [rows, width] = [drawWhole(random, 1, 5), drawWhole(random, 1, 5)]
  const inner = drawWhole(random, 1, 3)
  return trial % 2 === 0 ? whole(rows, width) : product(whole(rows, inner), whole(inner, width))
}

export const matrixRank = defineReference<[W: Matrix]>({
  summary: 'the rank of a matrix of whole numbers',
  trials: 40,
  inputs: (random, trial) => [drawRanked(random, trial)],
  exact: (W) => rank(W),
  mistakes: {
    'full-rank-assumed': (W) => Math.min(W.length, W[0]?.length ?? 0),
    'rows-counted': (W) => W.length,
    'nonzero-rows-counted': (W) => W.filter((row) => row.some((value) => value !== 0)).length,
  },
})
