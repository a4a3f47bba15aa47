import { didYouMean } from '../text/near-names.ts'
import { elsewhere, NAMESPACES } from './elsewhere.ts'
import type { Engine } from './engine.ts'
import { BUILT_OF_NUMBERS, type Form, isOffered, OPERATIONS } from './handle-operations.ts'

/** Ways to the numbers inside a tensor. */
const READING: readonly string[] = [
  ...[
    'array',
    'arraySync',
    'buffer',
    'bufferSync',
    'bytes',
    'data',
    'dataSync',
    'dataToGPU',
    'print',
  ],
]
/** What the library's tensors offer beyond the operations here: they exist, and say so when called. */
const NOT_HERE: readonly string[] = [
  ...['as5D', 'avgPool', 'batchNorm', 'batchToSpaceND', 'conv1d', 'conv2d', 'conv2dTranspose'],
  ...['cumprod', 'depthToSpace', 'depthwiseConv2d', 'dilation2d', 'euclideanNorm', 'fft', 'ifft'],
  ...[
    'irfft',
    'localResponseNormalization',
    'maxPool',
    'mirrorPad',
    'norm',
    'pool',
    'resizeBilinear',
  ],
  ...['resizeNearestNeighbor', 'rfft', 'separableConv2d', 'spaceToBatchND', 'stridedSlice', 'topk'],
  ...['unique', 'unsortedSegmentSum'],
]

/** The methods of a tensor: those that compute, and those that say why they do not. */
export function methodNames(tf: Engine): readonly string[] {
  const offered = OPERATIONS.filter((name) => isOffered(tf, 'method', name))
  return [...offered, ...READING, ...NOT_HERE]
}

const OTHER_GRADIENTS = ['customGrad', 'grad', 'grads', 'valueAndGrad', 'valueAndGrads']
const RANDOM = ['multinomial', 'rand', 'randomGamma', 'randomNormal', 'randomUniform']

/** Why a name that is no operation here is refused, and what to write instead. */
export function refusalOf(tf: Engine, form: Form, name: string): string {
  const written = form === 'function' ? `tf.${name}` : `.${name}()`
  if (READING.includes(name)) {
    return `${written} reads numbers out of a tensor: gradients cannot follow them. Stay with tensor operations, such as tf.where or tf.maximum`
  }
  if (isOffered(tf, 'method', name)) {
    return `TensorFlow.js has no tf.${name}: it is a method, x.${name}()`
  }
  if (isOffered(tf, 'function', name)) {
    return `a tensor has no method ${name}: write tf.${name}(…)`
  }
  if (name === 'tensor5d' || name === 'tensor6d') return `${written} ${BUILT_OF_NUMBERS}`
  if (OTHER_GRADIENTS.includes(name)) {
    return `${written} is not available here: the gradient that is asked for is the one of your own operations`
  }
  if (RANDOM.includes(name))
    return `${written} is not available here: it gives other numbers each time`
  const known = form === 'function' ? elsewhere(name) : undefined
  if (known !== undefined) return `${written} ${known}`
  const near = form === 'function' ? didYouMean(name, OPERATIONS) : undefined
  if (near !== undefined) return `TensorFlow.js has no ${written}. ${near}`
  return `${written} is not available here; the statement lists the operations that are`
}

/** What the guest's `tf` and its tensors are made of: methods, and with a point behind them groups of functions. */
export function guestNames(tf: Engine): readonly string[] {
  return [...methodNames(tf), ...NAMESPACES.map((name) => `${name}.`)]
}
