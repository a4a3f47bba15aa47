/** An array of numbers of any shape, as TensorFlow.js has it. */
export interface Tensor {
  readonly shape: number[]
  readonly rank: number
  readonly dtype: string
}

/** Operations take numbers and arrays as well as tensors. */
export type TensorLike = Tensor | number | boolean | readonly TensorLike[]

/** Comparisons and `cast` give these. */
type TensorType = 'float32' | 'int32' | 'bool'

/**
 * What `compute` has of TensorFlow.js: the operations that its gradients are complete for, by their
 * names there, so that no reference depends on which of its engines computes.
 */
export interface TensorOperations
  extends Elementwise,
    ElementwiseInTwo,
    Reductions,
    Shapes,
    Makers {
  matMul(a: TensorLike, b: TensorLike, transposeA?: boolean, transposeB?: boolean): Tensor
  where(condition: TensorLike, yes: TensorLike, no: TensorLike): Tensor
  /** The gradient, at x, of the sum of what `f` returns; zero where `f` does not depend on x. */
  grad(f: (x: Tensor) => Tensor): (x: TensorLike) => Tensor
}

type OfOne = { method(x: TensorLike): Tensor }['method']
type OfTwo = { method(a: TensorLike, b: TensorLike): Tensor }['method']
type AlongAxes = {
  method(x: TensorLike, axis?: number | number[], keepDims?: boolean): Tensor
}['method']

interface Elementwise {
  abs: OfOne
  acos: OfOne
  acosh: OfOne
  asin: OfOne
  asinh: OfOne
  atan: OfOne
  atanh: OfOne
  cos: OfOne
  cosh: OfOne
  elu: OfOne
  erf: OfOne
  exp: OfOne
  expm1: OfOne
  log: OfOne
  log1p: OfOne
  logSigmoid: OfOne
  logicalNot: OfOne
  neg: OfOne
  reciprocal: OfOne
  relu: OfOne
  relu6: OfOne
  rsqrt: OfOne
  selu: OfOne
  sigmoid: OfOne
  sign: OfOne
  sin: OfOne
  sinh: OfOne
  softplus: OfOne
  sqrt: OfOne
  square: OfOne
  tan: OfOne
  tanh: OfOne
  clipByValue(x: TensorLike, low: number, high: number): Tensor
  leakyRelu(x: TensorLike, alpha?: number): Tensor
  step(x: TensorLike, alpha?: number): Tensor
}

interface ElementwiseInTwo {
  add: OfTwo
  div: OfTwo
  equal: OfTwo
  greater: OfTwo
  greaterEqual: OfTwo
  less: OfTwo
  lessEqual: OfTwo
  logicalAnd: OfTwo
  logicalOr: OfTwo
  maximum: OfTwo
  minimum: OfTwo
  mul: OfTwo
  notEqual: OfTwo
  pow: OfTwo
  prelu: OfTwo
  squaredDifference: OfTwo
  sub: OfTwo
}

interface Reductions {
  max: AlongAxes
  mean: AlongAxes
  min: AlongAxes
  sum: AlongAxes
}

interface Shapes {
  cast(x: TensorLike, type: TensorType): Tensor
  concat(parts: readonly TensorLike[], axis?: number): Tensor
  expandDims(x: TensorLike, axis?: number): Tensor
  gather(x: TensorLike, indices: TensorLike, axis?: number): Tensor
  reshape(x: TensorLike, shape: readonly number[]): Tensor
  slice(x: TensorLike, begin: number | readonly number[], size?: number | readonly number[]): Tensor
  squeeze(x: TensorLike, axes?: readonly number[]): Tensor
  stack(parts: readonly TensorLike[], axis?: number): Tensor
  tile(x: TensorLike, times: readonly number[]): Tensor
  transpose(x: TensorLike, order?: readonly number[]): Tensor
}

interface Makers {
  fill(shape: readonly number[], value: number): Tensor
  ones(shape: readonly number[]): Tensor
  onesLike: OfOne
  scalar(value: number): Tensor
  tensor(values: TensorLike, shape?: readonly number[]): Tensor
  zeros(shape: readonly number[]): Tensor
  zerosLike: OfOne
}
