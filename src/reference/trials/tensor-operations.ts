import type { Engine, Tensor } from '../../tensorflow/engine.ts'
import type { TensorOperations } from '../structured/tensor-operations.ts'

/** Also what a native engine offers more of would work there and nowhere else. */
const NAMES = [
  'abs',
  'acos',
  'acosh',
  'add',
  'asin',
  'asinh',
  'atan',
  'atanh',
  'cast',
  'clipByValue',
  'concat',
  'cos',
  'cosh',
  'div',
  'elu',
  'equal',
  'erf',
  'exp',
  'expandDims',
  'expm1',
  'fill',
  'gather',
  'greater',
  'greaterEqual',
  'leakyRelu',
  'less',
  'lessEqual',
  'log',
  'log1p',
  'logSigmoid',
  'logicalAnd',
  'logicalNot',
  'logicalOr',
  'matMul',
  'max',
  'maximum',
  'mean',
  'min',
  'minimum',
  'mul',
  'neg',
  'notEqual',
  'ones',
  'onesLike',
  'pow',
  'prelu',
  'reciprocal',
  'relu',
  'relu6',
  'reshape',
  'rsqrt',
  'scalar',
  'selu',
  'sigmoid',
  'sign',
  'sin',
  'sinh',
  'slice',
  'softplus',
  'sqrt',
  'square',
  'squaredDifference',
  'squeeze',
  'stack',
  'step',
  'sub',
  'sum',
  'tan',
  'tanh',
  'tensor',
  'tile',
  'transpose',
  'where',
  'zeros',
  'zerosLike',
] as const satisfies readonly (keyof Engine & keyof TensorOperations)[]

/** An engine as `compute` sees it. */
export function tensorOperations(tf: Engine): TensorOperations {
  const operations = Object.fromEntries(NAMES.map((name) => [name, tf[name]]))
  return { ...operations, grad: gradientBy(tf) } as unknown as TensorOperations
}

function gradientBy(tf: Engine) {
  return (f: (x: Tensor) => Tensor) => (x: Tensor | number[]) => {
    // Where f gives x itself or does not depend on it, the library has no tape to walk, and throws.
    const loss = (input: Tensor) => tf.add(tf.sum(f(input)), tf.sum(tf.mul(input, 0)))
    const input = typeof x === 'object' && 'dataSync' in x ? x : tf.tensor(x)
    return tf.valueAndGrad(loss as never)(input).grad
  }
}
