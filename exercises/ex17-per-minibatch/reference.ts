import {
  defineReference,
  drawNumber,
  drawVector,
  drawWhole,
  fixedVector,
  type Random,
} from 'mlp-check/reference'

interface Net {
  readonly w1: readonly number[]
  readonly b1: readonly number[]
  readonly w2: readonly number[]
  readonly b2: number
}

interface Example {
  readonly x: number
  readonly y: number
}

type Batch = readonly Example[]

/** In this order: of two that fit as well, the first is taken. */
const NONLINEARITIES: { readonly [name: string]: (z: number) => number } = {
  relu: (z) => Math.max(0, z),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
}
const NAMES = Object.keys(NONLINEARITIES)

function output({ w1, b1, w2, b2 }: Net, name: string, x: number): number {
  const f = NONLINEARITIES[name] ?? Number
  return w1.reduce((sum, w, k) => sum + (w2[k] ?? 0) * f(w * x + (b1[k] ?? 0)), b2)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length

type Loss = (difference: number) => number

const squared: Loss = (difference) => difference ** 2

function lossesOf(net: Net, name: string, batch: Batch, loss = squared): number[] {
  return batch.map(({ x, y }) => loss(output(net, name, x) - y))
}

function best(net: Net, batch: Batch, loss = squared): string {
  const errors = NAMES.map((name) => sum(lossesOf(net, name, batch, loss)))
  return NAMES[errors.indexOf(Math.min(...errors))] ?? ''
}

/** The losses of each minibatch under what was chosen for the one `shift` places before it. */
function chosen(net: Net, batches: readonly Batch[], shift: number): number[][] {
  const names = batches.map((batch) => best(net, batch))
  return batches.map((batch, k) => {
    const name = names.at((k - shift) % batches.length) ?? ''
    return lossesOf(net, name, batch)
  })
}

function errors(net: Net, batches: readonly Batch[], other = 1) {
  return {
    own: mean(chosen(net, batches, 0).flat()),
    other: mean(chosen(net, batches, other).flat()),
  }
}

function rangeOver(net: Net, xs: readonly number[], names = NAMES): number[] {
  const outputs = xs.flatMap((x) => names.map((name) => output(net, name, x)))
  return [Math.min(...outputs), Math.max(...outputs)]
}

const EXAMPLE: Net = { w1: [1], b1: [0], w2: [2], b2: 1 }

const FAINT: Net = { w1: [1], b1: [0], w2: [2 ** -16], b2: 0 }

const CORNER_NETS: readonly Net[] = [
  EXAMPLE,
  { w1: [1], b1: [0], w2: [1], b2: 0 },
  { w1: [], b1: [], w2: [], b2: 1.5 },
  { w1: [0], b1: [0], w2: [3], b2: 0 },
  { w1: [2, -1], b1: [-1, 0.5], w2: [1, 0], b2: -2 },
  { w1: [1, 1], b1: [0, 0], w2: [1, -0.5], b2: 0.25 },
  { w1: [-1.5, 0, 2], b1: [0, 1, -0.5], w2: [-2, 1, 3], b2: 0 },
  { w1: [100, 1e-4], b1: [1, -1], w2: [1, -100], b2: 10 },
  // Equal numbers: what is theirs is found by their places.
  { w1: [2, 2, -1], b1: [0.5, -1, 0.5], w2: [1, 3, 1], b2: -1 },
  { w1: fixedVector(9, 1), b1: fixedVector(9, 2), w2: fixedVector(9, 3), b2: -0.5 },
]

/** As many inputs as the statement speaks of, ascending: the last is an end of the range. */
const ASCENDING = Array.from({ length: 17 }, (_, k) => (k - 9) / 2)
const DESCENDING = [...ASCENDING].reverse()

const CORNER_XS = [
  [2],
  [0],
  [-3, 1],
  [-1, 0, 1, 2],
  [100, -100, 1e-4],
  [0.5, 0.5, -2],
  fixedVector(17, 7),
  ASCENDING,
  DESCENDING,
]

function drawNet(random: Random): Net {
  const units = drawWhole(random, 1, 5)
  return {
    w1: drawVector(random, units),
    b1: drawVector(random, units),
    w2: drawVector(random, units),
    b2: drawNumber(random),
  }
}

export const networkOutput = defineReference<[net: Net, name: string, x: number]>({
  summary: 'b2 + the sum of w2[k] f(w1[k] x + b1[k]), with the nonlinearity f of the given name',
  corners: CORNER_NETS.flatMap((net) =>
    NAMES.flatMap((name) => [2, 0, -1.5].map((x): [Net, string, number] => [net, name, x])),
  ),
  trials: 30,
  inputs: (random) => {
    const name = NAMES[drawWhole(random, 0, 2)] ?? ''
    return [drawNet(random), name, drawNumber(random)]
  },
  exact: output,
  mistakes: {
    'nonlinearity-lost': ({ w1, b1, w2, b2 }, _, x) =>
      w1.reduce((total, w, k) => total + (w2[k] ?? 0) * (w * x + (b1[k] ?? 0)), b2),
    'always-relu': (net, _, x) => output(net, 'relu', x),
    'output-bias-lost': (net, name, x) => output({ ...net, b2: 0 }, name, x),
    'nonlinearity-on-output': (net, name, x) => NONLINEARITIES[name]?.(output(net, name, x)) ?? 0,
  },
})

export const outputRange = defineReference<[net: Net, xs: readonly number[]]>({
  summary: 'the smallest and the largest output over all inputs and all three nonlinearities',
  corners: CORNER_NETS.flatMap((net) => CORNER_XS.map((xs): [Net, number[]] => [net, xs])),
  trials: 30,
  inputs: (random) => [drawNet(random), drawVector(random, drawWhole(random, 1, 6))],
  exact: (net, xs) => rangeOver(net, xs),
  mistakes: {
    'one-nonlinearity': (net, xs) => rangeOver(net, xs, ['relu']),
    'ends-swapped': (net, xs) => rangeOver(net, xs).reverse(),
    'first-input-only': (net, xs) => rangeOver(net, xs.slice(0, 1)),
  },
})

const batchOf = (xs: readonly number[], ys: readonly number[]): Batch =>
  xs.map((x, k) => ({ x, y: ys[k] ?? 0 }))

/** What a network gives with one nonlinearity, and then something else. */
const fitted = (net: Net, name: string, xs: readonly number[], off = 0): Batch =>
  xs.map((x) => ({ x, y: output(net, name, x) + off }))

const INPUTS = [-2, -0.5, 1, 2.5]

/** Sixteen examples that fit tanh, and then one that fits ReLU and is farther off than all of them. */
const OUTWEIGHED: Batch = [
  ...fitted(EXAMPLE, 'tanh', DESCENDING.slice(-9).concat(ASCENDING.slice(0, 7))),
  { x: 20, y: 41 },
]

const CORNER_BATCHES: readonly (readonly [net: Net, batch: Batch])[] = [
  [EXAMPLE, batchOf([2, -1], [5, 1])],
  ...NAMES.map((name) => [EXAMPLE, fitted(EXAMPLE, name, INPUTS)] as const),
  ...NAMES.map((name) => [EXAMPLE, fitted(EXAMPLE, name, [1.5], 0.01)] as const),
  ...CORNER_NETS.slice(1).map(
    (net, k) => [net, fitted(net, NAMES[k % 3] ?? '', INPUTS, 0.1)] as const,
  ),
  // One example far off, the others near: squares and absolute values choose differently.
  [EXAMPLE, [...fitted(EXAMPLE, 'tanh', [-1, -0.5, 0.5]), { x: 3, y: 7 }]],
  [EXAMPLE, [...fitted(EXAMPLE, 'tanh', [-1, -0.5, 0.5, 1, -2]), { x: 3, y: 7 }]],
  // The name whose sum of squares is least has the largest single difference.
  [EXAMPLE, batchOf([-3, -3, -3, -3], [-1, -1, -1, 1.2])],
  // One example outweighs sixteen: the last, and the first.
  [EXAMPLE, OUTWEIGHED],
  [EXAMPLE, [...OUTWEIGHED].reverse()],
  // Differences of both signs, which cancel.
  [EXAMPLE, batchOf([1, 1], [-4, 9])],
  [EXAMPLE, batchOf([-2, 2], [3, 2.5])],
  [{ w1: [1], b1: [0], w2: [0], b2: 1 }, batchOf([1, 2], [0, 3])],
  // All errors are small, and by far not equal.
  ...NAMES.map((name) => [FAINT, fitted(FAINT, name, INPUTS)] as const),
  [
    CORNER_NETS.at(-1) as Net,
    fitted(CORNER_NETS.at(-1) as Net, 'sigmoid', fixedVector(15, 8), 0.2),
  ],
]

/** One whose outputs depend on the nonlinearity. */
function drawClearNet(random: Random): Net {
  const net = drawNet(random)
  const [low = 0, high = 0] = rangeOver(net, [1.25])
  return high - low > 1e-2 ? net : drawClearNet(random)
}

/** A minibatch whose best nonlinearity no rounding changes. */
function drawBatch(random: Random, net: Net): Batch {
  const name = NAMES[drawWhole(random, 0, 2)] ?? ''
  const xs = drawVector(random, drawWhole(random, 1, 5))
  const batch = xs.map((x) => ({ x, y: output(net, name, x) + drawNumber(random) / 4 }))
  const totals = NAMES.map((other) => sum(lossesOf(net, other, batch))).sort((a, b) => a - b)
  const isClear = (totals[1] ?? 0) - (totals[0] ?? 0) > 1e-6
  return isClear ? batch : drawBatch(random, net)
}

export const bestNonlinearity = defineReference<[net: Net, batch: Batch]>({
  summary: 'the name of the nonlinearity under which the squared errors of the minibatch are least',
  corners: CORNER_BATCHES,
  trials: 40,
  inputs: (random) => {
    const net = drawClearNet(random)
    return [net, drawBatch(random, net)]
  },
  exact: (net, batch) => best(net, batch),
  mistakes: {
    'worst-for-best': (net, batch) => best(net, batch, (difference) => -(difference ** 2)),
    'errors-cancel': (net, batch) => {
      const totals = NAMES.map((name) => Math.abs(sum(lossesOf(net, name, batch, Number))))
      return NAMES[totals.indexOf(Math.min(...totals))] ?? ''
    },
    'absolute-error': (net, batch) => best(net, batch, Math.abs),
    'first-example-only': (net, batch) => best(net, batch.slice(0, 1)),
  },
})

export const overfitting = defineReference<[net: Net, batches: readonly Batch[]]>({
  summary:
    'mean squared errors: with the choice made for the minibatch itself, and for the one before',
  corners: [
    [EXAMPLE, [batchOf([2], [5]), batchOf([-2], [-0.8])]],
    [EXAMPLE, [batchOf([2, -1], [5, 1])]],
    [EXAMPLE, NAMES.map((name) => fitted(EXAMPLE, name, INPUTS))],
    [EXAMPLE, NAMES.map((name, k) => fitted(EXAMPLE, name, INPUTS.slice(0, k + 1), 0.1 * k))],
    [EXAMPLE, [OUTWEIGHED, fitted(EXAMPLE, 'tanh', ASCENDING, 0.1)]],
    [EXAMPLE, [fitted(EXAMPLE, 'tanh', [1, 2, 3]), fitted(EXAMPLE, 'relu', [-1], 0.5)]],
    ...CORNER_NETS.slice(1).map((net): [Net, Batch[]] => [
      net,
      NAMES.map((name, k) => fitted(net, name, INPUTS.slice(k), 0.25 - 0.1 * k)),
    ]),
    [
      EXAMPLE,
      Array.from({ length: 7 }, (_, k) => fitted(EXAMPLE, NAMES[k % 3] ?? '', [k - 3], 0.1)),
    ],
  ],
  trials: 30,
  inputs: (random) => {
    const net = drawClearNet(random)
    return [net, Array.from({ length: drawWhole(random, 1, 4) }, () => drawBatch(random, net))]
  },
  exact: (net, batches) => errors(net, batches),
  mistakes: {
    'mean-of-means': (net, batches) => ({
      own: mean(chosen(net, batches, 0).map(mean)),
      other: mean(chosen(net, batches, 1).map(mean)),
    }),
    'sum-for-mean': (net, batches) => ({
      own: sum(chosen(net, batches, 0).flat()),
      other: sum(chosen(net, batches, 1).flat()),
    }),
    'after-for-before': (net, batches) => errors(net, batches, -1),
    'own-twice': (net, batches) => errors(net, batches, 0),
  },
})
