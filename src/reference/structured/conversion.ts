import { addRow, columnSums, type Matrix, map, product, type Vector } from './linear-algebra.ts'
import type { Parameters } from './network.ts'

/** Nonlinearities of the networks that are compared. */
const NONLINEARITIES = {
  tanh: Math.tanh,
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
  relu: (z: number) => Math.max(0, z),
  identity: (z: number) => z,
} as const

export type Nonlinearity = keyof typeof NONLINEARITIES

/** O = f(X W1 + b1) W2 + b2. */
export function networkOutput(X: Matrix, net: Parameters, f: Nonlinearity): number[][] {
  const H = map(addRow(product(X, net.W1), net.b1), NONLINEARITIES[f])
  return addRow(product(H, net.W2), net.b2)
}

type Convert = (net: Parameters) => Parameters

const scaled = (a: Matrix, factor: number) => map(a, (value) => value * factor)
const scaledRow = (b: Vector, factor: number) => b.map((value) => value * factor)
const sum = (b: Vector, c: Vector) => b.map((value, k) => value + (c[k] ?? Number.NaN))

/** The network with its inputs scaled by a, its hidden outputs by c, and d of every unit in the output bias. */
function rescaled(net: Parameters, by: Conversion): Parameters {
  return {
    W1: scaled(net.W1, by.a),
    b1: scaledRow(net.b1, by.a),
    W2: scaled(net.W2, by.c),
    b2: sum(net.b2, scaledRow(columnSums(net.W2), by.d)),
  }
}

interface Conversion {
  readonly a: number
  readonly c: number
  readonly d: number
}

/** tanh(z) = 2 sigmoid(2 z) − 1, and back: sigmoid(z) = (tanh(z / 2) + 1) / 2. */
const RIGHT: { readonly [pair: string]: Conversion } = {
  'tanh to sigmoid': { a: 2, c: 2, d: -1 },
  'sigmoid to tanh': { a: 0.5, c: 0.5, d: 0.5 },
}

/** What people forget, by note, as a network made of the right one and the original. */
const FORGOTTEN: {
  readonly [note: string]: (right: Parameters, net: Parameters, by: Conversion) => Parameters
} = {
  'output-bias-unchanged': (right, net) => ({ ...right, b2: net.b2 }),
  'first-weights-unchanged': (right, net) => ({ ...right, W1: net.W1 }),
  'first-bias-unchanged': (right, net) => ({ ...right, b1: net.b1 }),
  'first-layer-unchanged': (right, net) => ({ ...right, W1: net.W1, b1: net.b1 }),
  'second-weights-unchanged': (right, net) => ({ ...right, W2: net.W2 }),
  'biases-unchanged': (right, net) => ({ ...right, b1: net.b1, b2: net.b2 }),
  'nothing-changed': (_, net) => net,
  'output-bias-added-once': (right, net, { d }) => ({
    ...right,
    b2: net.b2.map((value) => value + d),
  }),
}

/** Wrong conversions from one nonlinearity to another, by note. */
export function wrongConversions(from: string, to: string): { readonly [note: string]: Convert } {
  const by = RIGHT[`${from} to ${to}`]
  if (by === undefined) return {}
  return Object.fromEntries(
    Object.entries(FORGOTTEN).map(([note, forget]) => [
      note,
      (net) => forget(rescaled(net, by), net, by),
    ]),
  )
}
