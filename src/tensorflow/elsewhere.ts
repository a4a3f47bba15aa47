/** What TensorFlow.js groups under a name of its own: `tf.losses.huberLoss`, `tf.layers.dense`. */
export const NAMESPACES: readonly string[] = [
  ...['backend_util', 'broadcast_util', 'browser', 'callbacks', 'constraints', 'data'],
  ...['device_util', 'fused', 'gather_util', 'image', 'initializers', 'io', 'kernel_impls'],
  ...['layers', 'linalg', 'losses', 'math', 'metrics', 'models', 'regularizers', 'scatter_util'],
  ...['serialization', 'signal', 'slice_util', 'sparse', 'spectral', 'string', 'tensor_util'],
  ...['test_util', 'train', 'util'],
]

/** Functions that TensorFlow.js has and a submission is not offered: they exist, and say so when called. */
export const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['avgPool', 'avgPool3d', 'backend', 'basicLSTMCell', 'batchNorm', 'batchNorm2d'],
  ...['batchNorm3d', 'batchNorm4d', 'batchToSpaceND', 'bincount', 'bitwiseAnd'],
  ...['booleanMaskAsync', 'broadcastArgs', 'buffer', 'complex', 'concat1d', 'concat2d'],
  ...['concat3d', 'concat4d', 'conv1d', 'conv2d', 'conv2dTranspose', 'conv3d'],
  ...['conv3dTranspose', 'copyRegisteredKernels', 'cosineWindow', 'cumprod', 'customGrad'],
  ...['denseBincount', 'deprecationWarn', 'depthToSpace', 'depthwiseConv2d', 'diag'],
  ...['dilation2d', 'disableDeprecationWarnings', 'dispose', 'disposeVariables', 'dropout'],
  ...['einsum', 'enableDebugMode', 'enableProdMode', 'enclosingPowerOfTwo', 'engine'],
  ...['ensureShape', 'env', 'euclideanNorm', 'fft', 'findBackend', 'findBackendFactory'],
  ...['gatherND', 'getBackend', 'getGradient', 'getKernel', 'getKernelsForBackend', 'grad'],
  ...['grads', 'ifft', 'imag', 'inTopKAsync', 'irfft', 'localResponseNormalization'],
  ...['lowerBound', 'maxPool', 'maxPool3d', 'maxPoolWithArgmax', 'memory', 'meshgrid'],
  ...['mirrorPad', 'moments', 'movingAverage', 'multiRNNCell', 'multinomial', 'nextFrame'],
  ...['norm', 'op', 'pad1d', 'pad2d', 'pad3d', 'pad4d', 'pool', 'print', 'profile'],
  ...['raggedGather', 'raggedRange', 'raggedTensorToTensor', 'rand', 'randomGamma'],
  ...['randomNormal', 'randomStandardNormal', 'randomUniform', 'randomUniformInt', 'ready'],
  ...['real', 'registerBackend', 'registerGradient', 'registerKernel', 'removeBackend'],
  ...['reverse1d', 'reverse2d', 'reverse3d', 'reverse4d', 'rfft', 'scatterND'],
  ...['searchSorted', 'separableConv2d', 'setBackend', 'setPlatform', 'setdiff1dAsync'],
  ...['sequential', 'slice1d', 'slice2d', 'slice3d', 'slice4d', 'spaceToBatchND'],
  ...['sparseToDense', 'stridedSlice', 'sumOutType', 'tensor5d', 'tensor6d'],
  ...['tensorScatterUpdate', 'time', 'topk', 'truncatedNormal', 'unique'],
  ...['unregisterGradient', 'unregisterKernel', 'unsortedSegmentSum', 'upcastType'],
  ...['upperBound', 'valueAndGrad', 'valueAndGrads', 'variableGrads', 'whereAsync'],
])

/** What to write in place of it. */
const INSTEAD: { readonly [name: string]: string | undefined } = {
  'losses.absoluteDifference': 'tf.mean(tf.abs(tf.sub(a, b)))',
  'losses.meanSquaredError': 'tf.mean(tf.squaredDifference(a, b))',
  'losses.sigmoidCrossEntropy': 'tf.softplus and tf.mul',
  'losses.softmaxCrossEntropy': 'tf.logSoftmax and tf.sum',
  'losses.logLoss': 'tf.log and tf.mul',
  moments: 'tf.mean and tf.squaredDifference',
  norm: 'tf.sqrt(tf.sum(tf.square(x)))',
  einsum: 'tf.matMul and tf.transpose',
  dropout: 'tf.mul with a mask that you were given',
}

/** By the namespace, where nothing nearer is known. */
const INSTEAD_OF_ALL: { readonly [namespace: string]: string | undefined } = {
  layers: "the layer's own operations, such as tf.matMul, tf.add and tf.relu",
  models: "the model's own operations, such as tf.matMul, tf.add and tf.relu",
  losses: "the loss's own operations, such as tf.sub, tf.square and tf.mean",
  metrics: "the metric's own operations, such as tf.equal and tf.mean",
  train: "the step's own operations: the gradients are found for you",
  linalg: 'tf.matMul, tf.transpose and tf.sum',
}

/** Of a name that TensorFlow.js has and nobody is offered here; undefined for any other one. */
export function elsewhere(name: string): string | undefined {
  const [namespace = '', inner] = name.split('.')
  const exists = inner === undefined ? ELSEWHERE.has(name) : NAMESPACES.includes(namespace)
  if (!exists) return undefined
  const instead = INSTEAD[name] ?? (inner === undefined ? undefined : INSTEAD_OF_ALL[namespace])
  const advice = instead ?? 'the operations that are; the statement lists them'
  return inner === undefined
    ? `exists in TensorFlow.js and is not available here: use ${advice}`
    : `is of a part of TensorFlow.js that is not available here: use ${advice}`
}
