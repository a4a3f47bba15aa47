import type { Engine, Tensor } from './engine.ts'

/** What an operation is given: tensors where handles stood, and plain data. */
export type Operand = Tensor | number | boolean | string | readonly Operand[]

export type Operands = readonly (Operand | undefined)[]

/** `tf.mul(x, 2)` or `x.mul(2)`: the library knows some operations in one form only. */
export type Form = 'function' | 'method'

/** Operations that a submission may apply to tensors, as TensorFlow.js calls them. */
export const OPERATIONS: readonly string[] = [
  ...['abs', 'acos', 'acosh', 'add', 'addN', 'all', 'any', 'argMax', 'argMin', 'as1D', 'as2D'],
  ...['as3D', 'as4D', 'asScalar', 'asType', 'asin', 'asinh', 'atan', 'atan2', 'atanh'],
  ...['broadcastTo', 'cast', 'ceil', 'clipByValue', 'clone', 'concat', 'cos', 'cosh', 'cumsum'],
  ...['div', 'divNoNan', 'dot', 'elu', 'equal', 'erf', 'exp', 'expandDims', 'expm1', 'eye'],
  ...['fill', 'flatten', 'floor', 'floorDiv', 'gather', 'greater', 'greaterEqual', 'isFinite'],
  ...['isInf', 'isNaN', 'keep', 'leakyRelu', 'less', 'lessEqual', 'linspace', 'log', 'log1p'],
  ...['logSigmoid', 'logSoftmax', 'logSumExp', 'logicalAnd', 'logicalNot', 'logicalOr'],
  ...['logicalXor', 'matMul', 'max', 'maximum', 'mean', 'min', 'minimum', 'mod', 'mul', 'neg'],
  ...['notEqual', 'oneHot', 'ones', 'onesLike', 'outerProduct', 'pad', 'pow', 'prelu'],
  ...['prod', 'range', 'reciprocal', 'relu', 'relu6', 'reshape', 'reshapeAs', 'reverse', 'round'],
  ...['rsqrt', 'scalar', 'selu', 'sigmoid', 'sign', 'sin', 'sinh', 'slice', 'softmax', 'softplus'],
  ...['split', 'sqrt', 'square', 'squaredDifference', 'squeeze', 'stack', 'step', 'sub', 'sum'],
  ...['tan', 'tanh', 'tensor', 'tensor1d', 'tensor2d', 'tensor3d', 'tensor4d', 'tile', 'toBool'],
  ...['toFloat', 'toInt', 'transpose', 'unstack', 'variable', 'where', 'zeros', 'zerosLike'],
]

/** Whether the library itself has an operation in a form. */
export function isOffered(tf: Engine, form: Form, name: string): boolean {
  if (!OPERATIONS.includes(name)) return false
  if (CUTTING.has(name)) return form === 'function' || name === 'variable'
  return form === 'function' ? Object.hasOwn(tf, name) || name === 'keep' : name in prototype(tf)
}

/** The result of an operation by the library's own function or method. */
export function applyOperation(
  tf: Engine,
  form: Form,
  name: string,
  operands: Operands,
): Tensor | readonly Tensor[] {
  const [first, ...rest] = operands
  if (name === 'keep') return first as Tensor
  if (name === 'variable') return detached(tf, first)
  if (name.startsWith('tensor')) refuseTensors(operands)
  if (name === 'cast' || name === 'asType') refuseText(operands[1])
  const made =
    form === 'function'
      ? functionsOf(tf)[name]?.(...operands)
      : (first as unknown as Functions)[name]?.(...rest)
  if (made === undefined) throw new Error('takes a tensor')
  return made
}

type Functions = { readonly [name: string]: ((...operands: unknown[]) => Tensor) | undefined }

function functionsOf(tf: Engine): Functions {
  return tf as unknown as Functions
}

function prototype(tf: Engine): object {
  return Object.getPrototypeOf(tf.tidy(() => tf.scalar(0)))
}

/** A new leaf of the tape with the same numbers: its gradient is its own, and stays there. */
function detached(tf: Engine, of: Operand | undefined): Tensor {
  if (typeof of !== 'object' || !('dataSync' in of)) throw new Error('takes a tensor')
  return tf.tensor(of.dataSync(), of.shape, of.dtype)
}

/** Of plain numbers, which a submission cannot have from a tensor. */
function refuseTensors(operands: Operands): void {
  if (holdsTensor(operands[0])) throw new Error(BUILT_OF_NUMBERS)
}

function holdsTensor(operand: Operand | undefined): boolean {
  if (Array.isArray(operand)) return operand.some(holdsTensor)
  return typeof operand === 'object'
}

function refuseText(type: Operand | undefined): void {
  if (type === 'string' || type === 'complex64') throw new Error(`not to '${type}' here`)
}

export const BUILT_OF_NUMBERS =
  'builds a tensor out of numbers: gradients do not reach it. Use the tensors that you were given; for a constant there is tf.scalar'

/** No gradient of the result reaches what went in, not even one that is zero. */
export const CUTTING: ReadonlySet<string> = new Set([
  ...['tensor', 'tensor1d', 'tensor2d', 'tensor3d', 'tensor4d', 'variable'],
])

/** Constant almost everywhere, or not numbers: the gradient through them is zero. */
const FLAT: ReadonlySet<string> = new Set([
  ...['all', 'any', 'argMax', 'argMin', 'ceil', 'equal', 'floor', 'floorDiv', 'greater'],
  ...['greaterEqual', 'isFinite', 'isInf', 'isNaN', 'less', 'lessEqual', 'logicalAnd'],
  ...['logicalNot', 'logicalOr', 'logicalXor', 'notEqual', 'oneHot', 'onesLike', 'round', 'sign'],
  ...['step', 'toBool', 'zerosLike'],
])

/** Whether the gradient of an operation's result can be other than zero in the operand at `index`. */
export function followsGradient(form: Form, name: string, index: number): boolean {
  if (FLAT.has(name) || CUTTING.has(name)) return false
  // The condition: the first of tf.where(c, a, b), but a.where(c, b).
  if (name === 'where') return index !== (form === 'function' ? 0 : 1)
  return name !== 'gather' || index === 0
}
