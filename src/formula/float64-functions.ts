import type { ConstantName, FunctionName } from './expr.ts'
import {
  csch,
  erf,
  erfc,
  gelu,
  geluTanh,
  mish,
  sech,
  sigmoid,
  silu,
  softplus,
} from './special-functions.ts'

export const FLOAT64_CONSTANTS: { readonly [name in ConstantName]: number } = {
  pi: Math.PI,
  e: Math.E,
  NaN: Number.NaN,
  infinity: Infinity,
  // Klambauer et al., Self-Normalizing Neural Networks (2017), equation 14.
  seluAlpha: 1.6732632423543772,
  seluScale: 1.0507009873554805,
}

type Function64 = (...args: number[]) => number

const NAN = Number.NaN

/** One row for each function of the formula language. */
export const FLOAT64_FUNCTIONS: { readonly [name in FunctionName]: Function64 } = {
  exp: Math.exp as Function64,
  expm1: Math.expm1 as Function64,
  log: Math.log as Function64,
  log1p: Math.log1p as Function64,
  log2: Math.log2 as Function64,
  log10: Math.log10 as Function64,
  sqrt: Math.sqrt as Function64,
  cbrt: Math.cbrt as Function64,
  abs: Math.abs as Function64,
  sign: Math.sign as Function64,
  floor: Math.floor as Function64,
  ceil: Math.ceil as Function64,
  // Halves go up: Math.round, and no other round.
  round: Math.round as Function64,
  trunc: Math.trunc as Function64,
  max: Math.max,
  min: Math.min,
  tanh: Math.tanh as Function64,
  sinh: Math.sinh as Function64,
  cosh: Math.cosh as Function64,
  sech: sech as Function64,
  csch: csch as Function64,
  coth: (x = NAN) => 1 / Math.tanh(x),
  asinh: Math.asinh as Function64,
  acosh: Math.acosh as Function64,
  atanh: Math.atanh as Function64,
  sin: Math.sin as Function64,
  cos: Math.cos as Function64,
  tan: Math.tan as Function64,
  asin: Math.asin as Function64,
  acos: Math.acos as Function64,
  atan: Math.atan as Function64,
  erf: erf as Function64,
  erfc: erfc as Function64,
  sigmoid: sigmoid as Function64,
  logSigmoid: (x = NAN) => -softplus(-x),
  softplus: softplus as Function64,
  softsign: (x = NAN) => (Math.abs(x) === Infinity ? Math.sign(x) : x / (1 + Math.abs(x))),
  relu: (x = NAN) => Math.max(x, 0),
  relu6: (x = NAN) => Math.min(Math.max(x, 0), 6),
  silu: silu as Function64,
  mish: mish as Function64,
  gelu: gelu as Function64,
  geluTanh: geluTanh as Function64,
  selu: (x = NAN) =>
    FLOAT64_CONSTANTS.seluScale * (x > 0 ? x : FLOAT64_CONSTANTS.seluAlpha * Math.expm1(x)),
  hardSigmoid: (x = NAN) => Math.min(Math.max(x + 3, 0), 6) / 6,
  hardSwish: (x = NAN) => (x <= -3 ? 0 : (x * Math.min(x + 3, 6)) / 6),
  hardTanh: (x = NAN) => Math.min(Math.max(x, -1), 1),
  swish: (x = NAN, beta = NAN) => timesSigmoid(x, sigmoid(beta * x)),
  prelu: (x = NAN, alpha = NAN) => (x > 0 ? x : alpha * x),
  leakyRelu: (x = NAN, alpha = NAN) => (x > 0 ? x : alpha * x),
  elu: (x = NAN, alpha = NAN) => (x > 0 ? x : alpha * Math.expm1(x)),
}

/** 0 where the sigmoid has underflowed, although x may be infinite. */
function timesSigmoid(x: number, s: number): number {
  return s === 0 ? 0 : x * s
}
