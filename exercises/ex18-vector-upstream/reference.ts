import {
  defineProgram,
  defineReference,
  drawMatrix,
  drawVector,
  drawWhole,
  fixedMatrix,
  fixedVector,
  type Line,
  type Matrix,
  type Model,
  map,
  type Program,
  type Random,
  transpose,
  type Vector,
} from 'mlp-check/reference'

export const onesLike = defineReference<[X: Matrix]>({
  summary: 'a matrix of ones, of the shape of X',
  corners: [
    [[[5]]],
    [[[0, 2, -1]]],
    [[[3], [0]]],
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      [
        [2, 2],
        [2, 1],
        [3, 1],
      ],
    ],
    [fixedMatrix(9, 11)],
    [fixedMatrix(11, 11)],
  ],
  trials: 10,
  inputs: (random) => [drawMatrix(random, drawWhole(random, 1, 6), drawWhole(random, 1, 6))],
  compute: (tf, X) => tf.onesLike(X),
  exact: (X) => map(X, () => 1),
  mistakes: {
    'ones-transposed': (X) => map(transpose(X), () => 1),
    'input-itself': (X) => X,
  },
})

const slope = (value: number) => (value > 0 ? 1 : 0)

const oneHot = (length: number, at: number) => Array.from({ length }, (_, k) => (k === at ? 1 : 0))

export const reluJacobian = defineReference<[x: Vector]>({
  summary: 'row i holds the derivatives of ReLU(x[i]) in every number of x',
  corners: [
    [[2]],
    [[-3]],
    [[1, -1]],
    [[2, 0.5, -1, 3]],
    [[-1, -2]],
    [[0.04, -0.04, 1e-6, -1e-6]],
    [[1e-10, -1e-10]],
    // Equal numbers: what is theirs is found by their places.
    [[2, 2, -1, -1, 3]],
    [fixedVector(15)],
  ],
  trials: 20,
  inputs: (random) => [withoutZero(drawVector(random, drawWhole(random, 1, 6)))],
  exact: (x) => x.map((_, i) => oneHot(x.length, i).map((one, k) => one * slope(x[k] ?? 0))),
  mistakes: {
    'rows-add-up': (x) => x.map((_, i) => x.map((value, k) => (k <= i ? slope(value) : 0))),
    'diagonal-only': (x) => x.map(slope),
    'relu-lost': (x) => x.map((_, i) => oneHot(x.length, i)),
  },
})

const withoutZero = (x: Vector) => x.map((value) => value || 1)

interface Graph {
  value: number[]
  grad: number[]
  alive: boolean
  backward(upstream: Vector, retain: boolean): void
}

/** What a backward pass adds to each number of the gradient. */
type Added = (x: Vector, upstream: Vector) => number[]

const right: Added = (x, upstream) => x.map((value, k) => (upstream[k] ?? 0) * slope(value))

interface Rule {
  readonly added?: Added
  /** Whether a graph that is gone still lets gradients through. */
  readonly frees?: boolean
  /** Whether a graph may be kept. */
  readonly keeps?: boolean
  readonly adds?: boolean
}

function graphWith({ added = right, frees = true, keeps = true, adds = true }: Rule) {
  return (x: Vector): Graph => ({
    value: x.map((value) => Math.max(0, value)),
    grad: x.map(() => 0),
    alive: true,
    backward(upstream, retain) {
      if (!this.alive && frees) return
      const more = added(x, upstream)
      this.grad = adds ? this.grad.map((sum, k) => sum + (more[k] ?? 0)) : more
      this.alive = this.alive && retain && keeps
    },
  })
}

const make = (name: string, x: Vector): Line => ({ make: name, with: [[...x]] })
const backward = (on: string, upstream: Vector, retain: boolean): Line => ({
  on,
  call: 'backward',
  with: [[...upstream], retain],
})
const read = (on: string): Line[] => ['value', 'grad', 'alive'].map((name) => ({ on, read: name }))

/** The upstream gradients of many backward passes, each of another size. */
const MANY = Array.from({ length: 20 }, (_, k) => k + 0.5)

const CORNERS: readonly Program[] = [
  [make('a', [2, -1]), ...read('a')],
  [make('a', [2, -1]), backward('a', [1, 1], true), ...read('a')],
  [make('a', [2, -1]), backward('a', [1, 1], false), ...read('a')],
  [make('a', [2, -1]), backward('a', [1, 1], true), backward('a', [3, 5], false), ...read('a')],
  [make('a', [2, -1]), backward('a', [1, 1], false), backward('a', [3, 5], true), ...read('a')],
  [make('a', [2, 3]), backward('a', [1, -0.5], true), ...read('a')],
  [make('a', [2, 3]), backward('a', [0, 0], true), backward('a', [0.25, 4], true), ...read('a')],
  [make('a', [2, 3]), backward('a', [1, 4], false), backward('a', [0, 0], true), ...read('a')],
  [make('a', [2, 3]), backward('a', [1, 4], true), backward('a', [0, 0], true), ...read('a')],
  [make('a', [1e-6, -1e-6]), backward('a', [1, 4], true), ...read('a')],
  [make('a', [1e-10, -1e-10]), backward('a', [1, 4], true), ...read('a')],
  [make('a', [2, -3]), ...MANY.map((k) => backward('a', [k, 1], true)), ...read('a')],
  [make('a', [4]), backward('a', [2], true), backward('a', [2], true), ...read('a')],
  [make('a', [-4]), backward('a', [2], false), ...read('a')],
  [make('a', []), backward('a', [], true), ...read('a')],
  [
    ...[make('a', [1, 2]), make('b', [1, 2])],
    ...[backward('a', [1, 2], false), backward('b', [4, 3], true), backward('b', [1, 1], true)],
    ...[...read('a'), ...read('b')],
  ],
  [make('a', [1, 2]), backward('a', [1, 2], true), make('b', [1, 2]), ...read('b'), ...read('a')],
  [
    make('a', fixedVector(15, 2)),
    backward('a', fixedVector(15, 3), true),
    backward('a', fixedVector(15, 4), true),
    ...read('a'),
  ],
]

/** All that can be done to one graph in two passes, of zeros or not, that keep it or not. */
const PASSES = [
  [0, 0],
  [1, 4],
].flatMap((upstream) => [true, false].map((retain) => backward('a', upstream, retain)))
const PAIRS: readonly Program[] = PASSES.flatMap((first) =>
  PASSES.map((second) => [make('a', [2, 3]), first, ...read('a'), second, ...read('a')]),
)

function drawProgram(random: Random): Program {
  const names = ['a', 'b', 'c'].slice(0, drawWhole(random, 1, 3))
  const inputs = new Map(
    names.map((name) => [name, withoutZero(drawVector(random, drawWhole(random, 1, 4)))] as const),
  )
  const lines = [...inputs].map(([name, x]) => make(name, x))
  for (let k = drawWhole(random, 1, 8); k > 0; k--) {
    const name = names[drawWhole(random, 0, names.length - 1)] ?? 'a'
    const upstream = drawVector(random, inputs.get(name)?.length ?? 0)
    lines.push(backward(name, upstream, drawWhole(random, 0, 3) > 0))
  }
  return [...lines, ...names.flatMap(read)]
}

const one =
  (rule: Rule): Model =>
  () =>
    graphWith(rule)

export const graphs = defineProgram({
  summary:
    'y = ReLU(x), number by number, whose graph is gone after a backward pass that does not keep it',
  model: one({}),
  mistakes: {
    'never-gone': one({ frees: false }),
    'always-gone': one({ keeps: false }),
    overwrites: one({ adds: false }),
    'relu-derivative-lost': one({ added: (_, upstream) => [...upstream] }),
    'upstream-ignored': one({ added: (x) => x.map(slope) }),
    'upstream-summed': one({
      added: (x, upstream) => {
        const sum = upstream.reduce((total, value) => total + value, 0)
        return x.map((value) => sum * slope(value))
      },
    }),
  },
  corners: [...CORNERS, ...PAIRS],
  trials: 30,
  draw: drawProgram,
})
