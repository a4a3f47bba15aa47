import type { FunctionName } from '../formula/expr.ts'
import { FLOAT64_CONSTANTS } from '../formula/float64-functions.ts'
import type { Engine, Tensor } from './engine.ts'

type Row = (tf: Engine, x: Tensor, second: Tensor) => Tensor

/**
 * One row for each function of the formula language: TensorFlow.js's own operation where it has
 * one, because its gradient is stable where the gradient of a spelt-out form is not.
 */
export const TENSORFLOW_FUNCTIONS: { readonly [name in FunctionName]: Row } = {
  exp: (tf, x) => tf.exp(x),
  expm1: (tf, x) => tf.expm1(x),
  log: (tf, x) => tf.log(x),
  log1p: (tf, x) => tf.log1p(x),
  log2: (tf, x) => tf.mul(tf.log(x), Math.LOG2E),
  log10: (tf, x) => tf.mul(tf.log(x), Math.LOG10E),
  sqrt: (tf, x) => tf.sqrt(x),
  cbrt: (tf, x) => tf.mul(tf.sign(x), tf.pow(tf.abs(x), 1 / 3)),
  abs: (tf, x) => tf.abs(x),
  sign: (tf, x) => tf.sign(x),
  floor: (tf, x) => tf.floor(x),
  ceil: (tf, x) => tf.ceil(x),
  round,
  trunc: (tf, x) => tf.mul(tf.sign(x), tf.floor(tf.abs(x))),
  max: (tf, x, y) => tf.maximum(x, y),
  min: (tf, x, y) => tf.minimum(x, y),
  tanh: (tf, x) => tf.tanh(x),
  sinh: (tf, x) => tf.sinh(x),
  cosh: (tf, x) => tf.cosh(x),
  sech: (tf, x) => tf.reciprocal(tf.cosh(x)),
  csch: (tf, x) => tf.reciprocal(tf.sinh(x)),
  coth: (tf, x) => tf.reciprocal(tf.tanh(x)),
  asinh: (tf, x) => tf.asinh(x),
  acosh: (tf, x) => tf.acosh(x),
  atanh: (tf, x) => tf.atanh(x),
  sin: (tf, x) => tf.sin(x),
  cos: (tf, x) => tf.cos(x),
  tan: (tf, x) => tf.tan(x),
  asin: (tf, x) => tf.asin(x),
  acos: (tf, x) => tf.acos(x),
  atan: (tf, x) => tf.atan(x),
  erf: (tf, x) => tf.erf(x),
  erfc: (tf, x) => tf.sub(1, tf.erf(x)),
  sigmoid: (tf, x) => tf.sigmoid(x),
  logSigmoid: (tf, x) => tf.neg(tf.softplus(tf.neg(x))),
  softplus: (tf, x) => tf.softplus(x),
  softsign: (tf, x) => tf.div(x, tf.add(1, tf.abs(x))),
  relu: (tf, x) => tf.relu(x),
  relu6: (tf, x) => tf.relu6(x),
  silu: (tf, x) => tf.mul(x, tf.sigmoid(x)),
  mish: (tf, x) => tf.mul(x, tf.tanh(tf.softplus(x))),
  gelu: (tf, x) => tf.mul(tf.mul(0.5, x), tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2)))),
  geluTanh,
  selu: (tf, x) => tf.selu(x),
  hardSigmoid: (tf, x) => tf.div(tf.clipByValue(tf.add(x, 3), 0, 6), 6),
  hardSwish: (tf, x) => tf.div(tf.mul(x, tf.clipByValue(tf.add(x, 3), 0, 6)), 6),
  hardTanh: (tf, x) => tf.clipByValue(x, -1, 1),
  swish: (tf, x, beta) => tf.mul(x, tf.sigmoid(tf.mul(beta, x))),
  prelu: (tf, x, alpha) => tf.prelu(x, alpha),
  leakyRelu: (tf, x, alpha) => tf.prelu(x, alpha),
  elu: (tf, x, alpha) => tf.where(tf.greater(x, 0), x, tf.mul(alpha, tf.elu(tf.minimum(x, 0)))),
}

/** Halves go up. TensorFlow.js's own round takes them to the even neighbour. */
function round(tf: Engine, x: Tensor): Tensor {
  const below = tf.floor(x)
  return tf.add(below, tf.cast(tf.greaterEqual(tf.sub(x, below), 0.5), 'float32'))
}

/** Hendrycks and Gimpel, Gaussian Error Linear Units (2016), section 2. */
function geluTanh(tf: Engine, x: Tensor): Tensor {
  const cubic = tf.add(x, tf.mul(0.044715, tf.mul(x, tf.square(x))))
  return tf.mul(tf.mul(0.5, x), tf.add(1, tf.tanh(tf.mul(Math.sqrt(2 / Math.PI), cubic))))
}

export const TENSORFLOW_CONSTANTS = FLOAT64_CONSTANTS
