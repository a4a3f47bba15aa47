import type { Random } from '../random.ts'
import { drawMatrix, drawVector, drawWhole } from './define-reference.ts'
import type { Matrix, Vector } from './linear-algebra.ts'

/** The parameters of a network with one hidden layer. */
export interface Parameters {
  readonly W1: Matrix
  readonly b1: Vector
  readonly W2: Matrix
  readonly b2: Vector
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
