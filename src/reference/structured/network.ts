import type { Random } from '../random.ts'
import { drawMatrix, drawVector, drawWhole, fixedMatrix, fixedVector } from './define-reference.ts'
import type { Matrix, Vector } from './linear-algebra.ts'

/** The parameters of a network with one hidden layer. */
export interface Parameters {
  readonly W1: Matrix
  readonly b1: Vector
  readonly W2: Matrix
  readonly b2: Vector
}

/** What drawn networks meet only by luck: zeros of every kind, one of each, many, small and large. */
export function cornerNetworks(): readonly Parameters[] {
  return [
    { W1: [[1]], b1: [0], W2: [[3]], b2: [0] },
    { W1: [[0]], b1: [0], W2: [[0]], b2: [0] },
    { W1: [[1, 2]], b1: [0.5, -1], W2: [[0], [2]], b2: [0] },
    { W1: [[1, 2]], b1: [0.5, -1], W2: [[2], [0]], b2: [1] },
    { W1: [[0, 0]], b1: [1, -0.5], W2: [[1], [3]], b2: [-1] },
    { W1: [[1.5], [-2]], b1: [0.25], W2: [[0, 2, -1]], b2: [0, 0.5, 0] },
    { W1: [[1e-4]], b1: [1e-4], W2: [[100]], b2: [-100] },
    fixedNetwork(1, 1, 4),
    fixedNetwork(4, 1, 1),
    fixedNetwork(2, 11, 3),
    fixedNetwork(9, 3, 9),
    fixedNetwork(11, 11, 11),
  ]
}

function fixedNetwork(inputs: number, units: number, outputs: number): Parameters {
  return {
    W1: fixedMatrix(inputs, units, 1),
    b1: fixedVector(units, 2),
    W2: fixedMatrix(units, outputs, 3),
    b2: fixedVector(outputs, 4),
  }
}

/** A network of a few inputs, hidden units and outputs: one of each, then square, then any. */
export function drawNetwork(random: Random, trial: number): Parameters {
  const [inputs, units, outputs] = sizes(random, trial)
  return {
    W1: drawMatrix(random, inputs, units),
    b1: drawVector(random, units),
    W2: drawMatrix(random, units, outputs),
    b2: drawVector(random, outputs),
  }
}

function sizes(random: Random, trial: number): readonly [number, number, number] {
  if (trial < 3) return [trial + 1, trial + 1, trial + 1]
  const size = () => drawWhole(random, 1, 5)
  return [size(), size(), size()]
}
