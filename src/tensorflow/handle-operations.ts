import type { Engine, Tensor } from './engine.ts'

/** What an operation is given: tensors where handles stood, and plain data. */
export type Operand = Tensor | number | boolean | string | readonly Operand[]

/** One operation that a submission may apply to tensors. */
export interface HandleOperation {
  readonly apply: (tf: Engine, operands: readonly (Operand | undefined)[]) => Tensor
  /** Positions of the operands that a gradient flows through; absent means all. */
  readonly follows?: readonly number[]
}

/** The dispatch below goes by name: each row names an operation of the engine that takes such operands. */
type AnyOperation = (...operands: readonly unknown[]) => Tensor

function plain(name: keyof Engine, follows?: readonly number[]): HandleOperation {
  const apply: HandleOperation['apply'] = (tf, operands) =>
    (tf[name] as unknown as AnyOperation)(...operands)
  return follows === undefined ? { apply } : { apply, follows }
}

const UNARY = [
  ...['abs', 'acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'clone', 'cos', 'cosh', 'elu'],
  ...['erf', 'exp', 'expm1', 'log', 'log1p', 'logSigmoid', 'neg', 'reciprocal', 'relu', 'relu6'],
  ...['rsqrt', 'selu', 'sigmoid', 'sin', 'sinh', 'softplus', 'sqrt', 'square', 'tan', 'tanh'],
] as const satisfies readonly (keyof Engine)[]

const BINARY = [
  ...['add', 'div', 'maximum', 'minimum', 'mul', 'pow', 'prelu', 'squaredDifference', 'sub'],
] as const satisfies readonly (keyof Engine)[]

/** With attributes behind the tensors: an axis, a shape, bounds. */
const WITH_ATTRIBUTES = [
  ...['clipByValue', 'concat', 'expandDims', 'leakyRelu', 'matMul', 'max', 'mean', 'min'],
  ...['reshape', 'slice', 'squeeze', 'stack', 'sum', 'tile', 'transpose'],
] as const satisfies readonly (keyof Engine)[]

/** Constant almost everywhere, or not numbers: no gradient flows through them. */
const FLAT = [
  ...['equal', 'greater', 'greaterEqual', 'less', 'lessEqual', 'notEqual'],
  ...['logicalAnd', 'logicalNot', 'logicalOr', 'sign', 'step', 'onesLike', 'zerosLike'],
] as const satisfies readonly (keyof Engine)[]

const CONSTANTS = ['fill', 'ones', 'scalar', 'zeros'] as const satisfies readonly (keyof Engine)[]

export const HANDLE_OPERATIONS: ReadonlyMap<string, HandleOperation> = new Map([
  ...[...UNARY, ...BINARY, ...WITH_ATTRIBUTES].map((name) => [name, plain(name)] as const),
  ...[...FLAT, ...CONSTANTS].map((name) => [name, plain(name, [])] as const),
  ['where', plain('where', [1, 2])] as const,
  ['cast', { apply: castToFloat }] as const,
  ['asType', { apply: castToFloat }] as const,
  ['toFloat', { apply: (tf, [tensor]) => castToFloat(tf, [tensor, 'float32']) }] as const,
  ['flatten', { apply: (tf, [tensor]) => tf.reshape(tensor as Tensor, [-1]) }] as const,
  ['keep', plain('clone')] as const,
  ['addN', { apply: addAll }] as const,
  ...['tensor', 'tensor1d', 'tensor2d', 'tensor3d', 'tensor4d'].map(
    (name) => [name, { apply: constant, follows: [] }] as const,
  ),
  // A new leaf of the tape: its gradient is its own, and stays there.
  ['variable', plain('clone', [])] as const,
])

/** Of plain numbers, which a submission cannot have from a tensor. */
function constant(tf: Engine, [values, shape]: readonly (Operand | undefined)[]): Tensor {
  if (holdsTensor(values)) throw new Error(BUILT_OF_NUMBERS)
  const given = typeof shape === 'object' ? (shape as number[]) : undefined
  return tf.tensor(values as number[], given, 'float32')
}

function holdsTensor(operand: Operand | undefined): boolean {
  if (Array.isArray(operand)) return operand.some(holdsTensor)
  return typeof operand === 'object'
}

const BUILT_OF_NUMBERS =
  'builds a tensor out of numbers: gradients do not reach it. Use the tensors that you were given; for a constant there is tf.scalar'

function addAll(tf: Engine, [tensors]: readonly (Operand | undefined)[]): Tensor {
  if (!Array.isArray(tensors) || tensors.length === 0) throw new Error('takes a list of tensors')
  return (tensors as Tensor[]).reduce((sum, tensor) => tf.add(sum, tensor))
}

/** To other types would round, and the library lets the gradient pass as if it had not. */
function castToFloat(tf: Engine, [tensor, type]: readonly (Operand | undefined)[]): Tensor {
  if (type === 'float32') return tf.cast(tensor as Tensor, 'float32')
  throw new Error(`only to 'float32': no gradient follows a rounding to '${String(type)}'`)
}

const READING = ['array', 'arraySync', 'buffer', 'bufferSync', 'bytes', 'data', 'dataSync', 'print']
const BUILDING = ['oneHot']
const ROUNDING = ['ceil', 'floor', 'round', 'floorDiv', 'mod', 'argMax', 'argMin']

/** Why a name that is no operation here is refused, and what to write instead. */
export function refusalOf(name: string): string {
  if (READING.includes(name)) {
    return `${name} reads numbers out of a tensor: gradients cannot follow them. Stay with tensor operations, such as tf.where or tf.maximum`
  }
  if (BUILDING.includes(name)) return `${name} ${BUILT_OF_NUMBERS}`
  if (ROUNDING.includes(name)) {
    return `${name} has no useful gradient: it is zero or undefined everywhere`
  }
  return `tf.${name} is not available here`
}
