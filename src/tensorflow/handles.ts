import type { Engine, Tensor } from './engine.ts'
import {
  type BrokenTape,
  type GuestFunction,
  type GuestRun,
  HeldTensors,
  runGuest,
} from './trace.ts'

/** A tensor as plain data. Values are in row-major order. */
export interface TensorData {
  readonly shape: readonly number[]
  readonly values: Float32Array
}

export interface GuestGradients {
  readonly value: TensorData
  /** One for each input; undefined where the tape does not lead to it. */
  readonly gradients: readonly (TensorData | undefined)[]
  /** For each input that no gradient but zero can reach, what cut it off, in words. */
  readonly broken: readonly BrokenTape[]
}

/**
 * Value and gradients of a guest's function by TensorFlow.js's automatic differentiation; the
 * gradients are those of the sum over all elements of the result. What `guest` throws passes
 * through; no tensor outlives the call but those in `held`, which are the caller's to dispose of.
 */
export function guestGradients(
  tf: Engine,
  inputs: readonly TensorData[],
  guest: GuestFunction,
  held?: HeldTensors,
): GuestGradients {
  const own = held ?? new HeldTensors()
  let result: GuestGradients | undefined
  try {
    tf.tidy(() => {
      result = differentiateGuest(tf, inputs, (args) => runGuest(tf, args, guest, own))
    })
  } finally {
    if (held === undefined) own.dispose()
  }
  if (result === undefined) throw new Error('a tidy ended without a result')
  return result
}

/** The value alone. */
export function guestValue(
  tf: Engine,
  inputs: readonly TensorData[],
  guest: GuestFunction,
): TensorData {
  let result: TensorData | undefined
  tf.tidy(() => {
    const tensors = inputs.map((input) => tensorOf(tf, input))
    const held = new HeldTensors()
    result = dataOf(runGuest(tf, tensors, guest, held).result)
    held.dispose()
  })
  if (result === undefined) throw new Error('a tidy ended without a result')
  return result
}

function differentiateGuest(
  tf: Engine,
  inputs: readonly TensorData[],
  runOn: (tensors: readonly Tensor[]) => GuestRun,
): GuestGradients {
  const tensors = inputs.map((input) => tensorOf(tf, input))
  let run: GuestRun | undefined
  let thrown: unknown
  const { value, grads } = tf.valueAndGrads((...args: Tensor[]) => {
    try {
      run = runOn(args)
      return connected(tf, run.result, args)
    } catch (error) {
      // Thrown through the library, it would leave behind every tensor saved for a gradient.
      thrown = error
      return connected(tf, tf.scalar(0), args)
    }
  })(tensors)
  if (run === undefined) throw thrown
  const { unconnected } = run
  return {
    value: dataOf(value),
    gradients: grads.map((gradient, input) =>
      unconnected.has(input) ? undefined : dataOf(gradient),
    ),
    broken: run.broken,
  }
}

/**
 * Adds 0 · x of every input, so that the library can walk a tape that does not lead to all of them:
 * to which it leads is known from the run itself.
 */
function connected(tf: Engine, result: Tensor, inputs: readonly Tensor[]): Tensor {
  return inputs.reduce<Tensor>(
    (total, input) => tf.add(total, tf.sum(tf.mul(input, 0))),
    tf.cast(result, 'float32'),
  )
}

function tensorOf(tf: Engine, { shape, values }: TensorData): Tensor {
  return tf.tensor(values, [...shape], 'float32')
}

function dataOf(tensor: Tensor): TensorData {
  return { shape: tensor.shape, values: Float32Array.from(tensor.dataSync()) }
}
