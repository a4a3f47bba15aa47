import {
  defineProgram,
  defineReference,
  drawWhole,
  type Line,
  type Model,
  type Program,
  type Random,
} from 'mlp-check/reference'

const START = 1
const RATE = 0.3

interface Rule {
  readonly zeroed: boolean
  readonly ascending?: boolean
}

/** Gradient descent on relu(value). No step lands on the kink. */
function train(steps: number, { zeroed, ascending = false }: Rule): number {
  let [value, grad] = [START, 0]
  for (let step = 0; step < steps; step++) {
    if (zeroed) grad = 0
    grad += value > 0 ? 1 : 0
    value += (ascending ? RATE : -RATE) * grad
  }
  return value
}

export const reluTraining = defineReference<[steps: number]>({
  summary: 'value after steps of gradient descent on relu(value), from 1 at the rate 0.3',
  corners: Array.from({ length: 101 }, (_, steps) => [steps]),
  trials: 0,
  inputs: () => [0],
  compute: (tf, steps) => {
    const slope = tf.grad(tf.relu)
    let value = tf.scalar(START)
    for (let step = 0; step < steps; step++) value = tf.sub(value, tf.mul(RATE, slope(value)))
    return value
  },
  exact: (steps) => train(steps, { zeroed: true }),
  mistakes: {
    'gradients-not-zeroed': (steps) => train(steps, { zeroed: false }),
    uphill: (steps) => train(steps, { zeroed: true, ascending: true }),
    'one-step-too-few': (steps) => train(Math.max(0, steps - 1), { zeroed: true }),
    'one-step-too-many': (steps) => train(steps + 1, { zeroed: true }),
    'kink-ignored': (steps) => START - RATE * steps,
  },
})

interface Leaf {
  value: number
  grad: number
  backward(upstream: number): void
  zeroGrad(): void
}

const slope = (value: number) => (value > 0 ? 1 : 0)

/** A leaf, but for what is given. */
function leafWith(
  change: (leaf: Leaf, upstream: number) => void,
  zero = (leaf: Leaf) => {
    leaf.grad = 0
  },
): (value: number) => Leaf {
  return (value) => ({
    value,
    grad: 0,
    backward(upstream) {
      change(this, upstream)
    },
    zeroGrad() {
      zero(this)
    },
  })
}

const right = leafWith((leaf, upstream) => {
  leaf.grad += upstream * slope(leaf.value)
})

/** All leaves of a program share one gradient. */
const sharing: Model = () => {
  let grad = 0
  return (value: number) => {
    grad = 0
    return {
      value,
      get grad() {
        return grad
      },
      backward(upstream: number) {
        grad += upstream * slope(value)
      },
      zeroGrad() {
        grad = 0
      },
    }
  }
}

const make = (name: string, value: number): Line => ({ make: name, with: [value] })
const backward = (on: string, upstream: number): Line => ({
  on,
  call: 'backward',
  with: [upstream],
})
const zero = (on: string): Line => ({ on, call: 'zeroGrad', with: [] })
const grad = (on: string): Line => ({ on, read: 'grad' })
const value = (on: string): Line => ({ on, read: 'value' })

/** The upstream gradients of many backward passes, each of another size. */
const MANY = Array.from({ length: 20 }, (_, k) => k + 0.5)

/** From what every leaf must do to what people forget. */
const CORNERS: readonly Program[] = [
  [make('a', 2), value('a')],
  [make('a', 2), grad('a')],
  [make('a', 2), backward('a', 1), grad('a')],
  [make('a', 2), backward('a', 3), grad('a')],
  [make('a', -1), backward('a', 5), grad('a'), value('a')],
  [make('a', 2), backward('a', 1), backward('a', 3), grad('a')],
  [make('a', 2), backward('a', 1), zero('a'), grad('a')],
  [make('a', 2), make('b', 3), backward('a', 1), grad('b'), grad('a'), value('a'), value('b')],
  [make('a', 2), backward('a', 1), make('b', 3), grad('a'), grad('b'), value('a')],
  [make('a', 2), backward('a', 1), make('b', 2), grad('a'), backward('b', 5), grad('a'), grad('b')],
  [make('a', 2), make('b', 3), backward('a', 1), zero('b'), grad('a')],
  [make('a', 2), make('b', -3), backward('a', 1), backward('b', 1), value('a'), grad('a')],
  [make('a', 2), backward('a', 1), zero('a'), backward('a', 2), backward('a', 2), grad('a')],
  [make('a', 2), backward('a', 1), zero('a'), backward('a', 1), zero('a'), grad('a')],
  [make('a', 0.125), backward('a', -0.5), backward('a', 0.25), grad('a'), value('a')],
  [make('a', 2), backward('a', 0), grad('a'), backward('a', 0.004), grad('a')],
  [make('a', 2), backward('a', 1), backward('a', 0), grad('a'), value('a')],
  [make('a', -1), backward('a', 0), grad('a'), make('b', 2), backward('b', 0), grad('b')],
  [
    make('a', 2),
    make('b', 3),
    ...MANY.flatMap((k) => [backward('a', k), backward('b', -k)]),
  ].concat([grad('a'), grad('b'), zero('a'), backward('a', 2), grad('a')]),
  [make('a', 1e-10), make('b', -1e-10), backward('a', 3), backward('b', 3)].concat([
    grad('a'),
    grad('b'),
  ]),
  [make('a', 1e-6), backward('a', 1e-6), backward('a', 1000), grad('a')],
  [make('a', -0.5), backward('a', -2), value('a'), grad('a'), zero('a'), value('a')],
]

const VALUES = [2, 2, 0.5, -1, -0.25, 3, 0.001, 40]
const NAMES = ['a', 'b', 'c', 'd']

/** One to four leaves, made at any time, some of equal value; everything is read at the end. */
function drawProgram(random: Random): Program {
  const lines: Line[] = []
  const names = NAMES.slice(0, drawWhole(random, 1, 4))
  const made: string[] = []
  const pick = <T>(items: readonly T[]): T => items[drawWhole(random, 0, items.length - 1)] as T
  for (let k = drawWhole(random, 4, 14); k > 0 || made.length < names.length; k--) {
    const next = names[made.length]
    if (next !== undefined && (made.length === 0 || k <= 0 || random() % 3 === 0)) {
      lines.push(make(next, pick(VALUES)))
      made.push(next)
      continue
    }
    const on = pick(made)
    const what = drawWhole(random, 0, 5)
    if (what < 3) lines.push(backward(on, drawWhole(random, -4000, 4000) / 1000))
    else if (what === 3) lines.push(zero(on))
    else lines.push(what === 4 ? grad(on) : value(on))
  }
  return [...lines, ...made.flatMap((name) => [grad(name), value(name)])]
}

export const leaves = defineProgram({
  summary: 'leaves whose gradients of relu(value) add up until they are zeroed',
  model: () => right,
  mistakes: {
    overwrites: () =>
      leafWith((leaf, upstream) => {
        leaf.grad = upstream * slope(leaf.value)
      }),
    'shared-state': sharing,
    'zero-grad-without-effect': () =>
      leafWith(
        (leaf, upstream) => {
          leaf.grad += upstream * slope(leaf.value)
        },
        () => undefined,
      ),
    'relu-derivative-lost': () =>
      leafWith((leaf, upstream) => {
        leaf.grad += upstream
      }),
    'upstream-ignored': () =>
      leafWith((leaf) => {
        leaf.grad += slope(leaf.value)
      }),
    'gradient-missing': () => leafWith(() => undefined),
  },
  corners: CORNERS,
  trials: 30,
  draw: drawProgram,
})
