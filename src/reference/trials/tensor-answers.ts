import type { Json } from '../../report/report.ts'
import type { Engine, Tensor as EngineTensor } from '../../tensorflow/engine.ts'
import type { Answer, Reference } from '../structured/define-reference.ts'
import type { Tensor } from '../structured/tensor-operations.ts'
import { plainData } from './data.ts'
import { tensorOperations } from './tensor-operations.ts'

export type Compute = NonNullable<Reference<readonly never[]>['compute']>

/** The function's answer by TensorFlow.js, in float32, widened. */
export function tensorAnswer(tf: Engine, compute: Compute, args: readonly Json[]): Json {
  return tidied(tf, () => {
    const tensors = args.map((argument) => tensorsOf(tf, argument)) as never[]
    return plainData(answerData(compute(tensorOperations(tf), ...tensors)))
  })
}

export interface GradientQuestion {
  readonly args: readonly Json[]
  /** The gradient of the loss in the answer; the loss is the sum of upstream ⊙ answer. */
  readonly upstream: Json
  /** The argument that is differentiated in. */
  readonly position: number
}

/** The gradient in every number of one argument, by automatic differentiation. */
export function tensorGradient(tf: Engine, compute: Compute, question: GradientQuestion): Json {
  const { args, upstream, position } = question
  return tidied(tf, () => {
    const operations = tensorOperations(tf)
    const tensors = args.map((argument) => tensorsOf(tf, argument))
    const leaves: EngineTensor[] = []
    const rebuild = leavesOf(tf, args[position] as Json, leaves)
    if (leaves.length === 0) throw new TypeError(`argument ${position} holds no numbers`)
    const loss = (...inputs: EngineTensor[]) => {
      const moved = tensors.with(position, rebuild(inputs))
      const answer = compute(operations, ...(moved as never[]))
      // Where the answer does not depend on an input the library throws; its gradient is 0.
      const idle = inputs.map((input) => tf.sum(tf.mul(input, 0)))
      return [...products(tf, answer, upstream), ...idle].reduce((sum, part) => tf.add(sum, part))
    }
    const { grads } = tf.valueAndGrads(loss as never)(leaves)
    return plainData(answerData(rebuild(grads)))
  })
}

/** Tensors are freed; what the engine's types have no word for, such as null, passes all the same. */
function tidied(tf: Engine, action: () => Json): Json {
  return tf.tidy(action as never) as Json
}

/** The sum of each tensor of an answer, weighed by the upstream gradient at its place. */
function products(tf: Engine, answer: Answer, upstream: Json | undefined): EngineTensor[] {
  if (typeof answer === 'number' || isTensor(answer)) {
    return [tf.sum(tf.mul(answer as EngineTensor, tf.tensor(upstream as number[])))]
  }
  if (typeof answer !== 'object' || answer === null) return []
  const weights = upstream as { readonly [key: string]: Json }
  return Object.entries(answer).flatMap(([key, part]) => products(tf, part, weights[key]))
}

/** Vectors and matrices as tensors; everything else as it is. */
function tensorsOf(tf: Engine, data: Json): unknown {
  if (isNumbers(data)) return tf.tensor(data as number[], shapeOf(data))
  if (Array.isArray(data)) return data.map((part) => tensorsOf(tf, part))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, tensorsOf(tf, part)]))
}

/** Collects a tensor for every vector, matrix and number; the result puts others into their places. */
function leavesOf(
  tf: Engine,
  data: Json,
  leaves: EngineTensor[],
): (fresh: readonly EngineTensor[]) => unknown {
  if (typeof data === 'number' || isNumbers(data)) {
    const index = leaves.push(tf.tensor(data as number[], shapeOf(data))) - 1
    return (fresh) => fresh[index]
  }
  if (typeof data !== 'object' || data === null) return () => data
  const parts = Object.entries(data).map(
    ([key, part]) => [key, leavesOf(tf, part, leaves)] as const,
  )
  if (Array.isArray(data)) return (fresh) => parts.map(([, rebuild]) => rebuild(fresh))
  return (fresh) => Object.fromEntries(parts.map(([key, rebuild]) => [key, rebuild(fresh)]))
}

/** A vector or a matrix. A list of matrices stays a list; a ragged matrix is refused. */
function isNumbers(data: Json): data is readonly number[] | readonly number[][] {
  if (!Array.isArray(data)) return false
  if (data.every((part) => typeof part === 'number')) return true
  if (!data.every((row) => Array.isArray(row) && row.every((part) => typeof part === 'number'))) {
    return false
  }
  const rows = data as readonly (readonly number[])[]
  if (rows.every((row) => row.length === rows[0]?.length)) return true
  throw new TypeError('a list of vectors of different lengths: put each vector into an object')
}

function shapeOf(data: number | readonly number[] | readonly number[][]): number[] {
  if (typeof data === 'number') return []
  const [first] = data
  return Array.isArray(first) ? [data.length, first.length] : [data.length]
}

function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'dataSync' in value && 'shape' in value
}

/** An answer with its tensors as nested arrays. */
function answerData(answer: unknown): unknown {
  if (isTensor(answer)) return nested(answer as unknown as EngineTensor)
  if (Array.isArray(answer)) return answer.map(answerData)
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(Object.entries(answer).map(([key, part]) => [key, answerData(part)]))
}

function nested(tensor: EngineTensor): unknown {
  const values = Array.from(tensor.dataSync())
  const fold = (shape: readonly number[], from: number, size: number): unknown => {
    const [length, ...rest] = shape
    if (length === undefined) return values[from]
    const part = length === 0 ? 0 : size / length
    return Array.from({ length }, (_, k) => fold(rest, from + k * part, part))
  }
  return fold(tensor.shape, 0, values.length)
}
