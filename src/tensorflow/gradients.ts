import type { Engine, Tensor } from './engine.ts'

type GradientFunction = (dy: Tensor, saved: Tensor[]) => { [input: string]: () => Tensor }

/**
 * Gradients that TensorFlow.js 4.22 lacks or has wrong, registered anew:
 * - comparisons and logic have none, so a `where` on them throws: theirs is zero;
 * - the quotient's squares its denominator, which overflows float32 from 1.8e19 and gives 0 or NaN;
 * - maximum and minimum forget to sum over a broadcast argument, which throws;
 * - what gives a list (unstack, split) takes the gradient of a list of one for no list, which throws;
 * - gather gives its indices themselves as their gradient, which throws: it is zero.
 */
export function repairGradients(tf: Engine): void {
  for (const kernel of FLAT) register(tf, kernel, zeroGradient(tf))
  for (const kernel of ['LogicalNot', 'All', 'Any']) {
    register(tf, kernel, ([x]) => ({ x: () => zerosOf(tf, x) }), ['x'])
  }
  register(tf, 'RealDiv', (inputs, dy) => quotient(tf, inputs, dy))
  register(tf, 'Maximum', (inputs, dy) => choice(tf, inputs, dy, tf.greaterEqual, tf.less))
  register(tf, 'Minimum', (inputs, dy) => choice(tf, inputs, dy, tf.lessEqual, tf.greater))
  for (const kernel of ['Unpack', 'SplitV']) {
    replaceGradient(tf, kernel, (own) => (dy, saved, attributes) => {
      return own([dy].flat(), saved, attributes)
    })
  }
  replaceGradient(tf, 'GatherV2', (own) => (dy, saved, attributes) => {
    return { ...own(dy, saved, attributes), indices: () => zerosOf(tf, saved[1]) }
  })
}

type OwnGradient = NonNullable<ReturnType<Engine['getGradient']>>['gradFunc']

function replaceGradient(
  tf: Engine,
  kernel: string,
  replace: (own: OwnGradient) => OwnGradient,
): void {
  const own = tf.getGradient(kernel)
  if (own === undefined) return
  tf.unregisterGradient(kernel)
  tf.registerGradient({ ...own, gradFunc: replace(own.gradFunc) })
}

const FLAT = [
  'Greater',
  'Less',
  'LessEqual',
  'Equal',
  'NotEqual',
  'LogicalAnd',
  'LogicalOr',
] as const

type Inputs = readonly Tensor[]
type Rule = (inputs: Inputs, dy: Tensor) => { [input: string]: () => Tensor }

function register(tf: Engine, kernelName: string, rule: Rule, inputsToSave = ['a', 'b']): void {
  if (tf.getGradient(kernelName) !== undefined) tf.unregisterGradient(kernelName)
  const gradFunc: GradientFunction = (dy, saved) => rule(saved, dy)
  tf.registerGradient({
    kernelName,
    inputsToSave,
    // The library types the upstream gradient as one tensor or several; these kernels have one output.
    gradFunc: (dy, saved) => gradFunc(dy as Tensor, saved),
  })
}

function zeroGradient(tf: Engine): Rule {
  return ([a, b]) => ({ a: () => zerosOf(tf, a), b: () => zerosOf(tf, b) })
}

function zerosOf(tf: Engine, input: Tensor | undefined): Tensor {
  return tf.zeros(input?.shape ?? [])
}

/** (a / b)′ in b is −(a / b) / b: no step leaves the range that the result stays in. */
function quotient(tf: Engine, inputs: Inputs, dy: Tensor) {
  const [a, b] = pair(inputs)
  return {
    a: () => summedLike(tf, tf.div(dy, b), a),
    b: () => summedLike(tf, tf.neg(tf.mul(dy, tf.div(tf.div(a, b), b))), b),
  }
}

type Comparison = Engine['less']

function choice(tf: Engine, inputs: Inputs, dy: Tensor, takesA: Comparison, takesB: Comparison) {
  const [a, b] = pair(inputs)
  const where = (holds: Comparison) => tf.mul(dy, tf.cast(holds(a, b), 'float32'))
  return {
    a: () => summedLike(tf, where(takesA), a),
    b: () => summedLike(tf, where(takesB), b),
  }
}

function pair(inputs: Inputs): readonly [Tensor, Tensor] {
  const [a, b] = inputs
  if (a === undefined || b === undefined)
    throw new Error('a gradient was called without its inputs')
  return [a, b]
}

/** Sums over the axes along which `input` was broadcast. */
function summedLike(tf: Engine, gradient: Tensor, input: Tensor): Tensor {
  const extra = gradient.rank - input.rank
  const axes = gradient.shape.flatMap((size, axis) => {
    const own = axis < extra ? 1 : (input.shape[axis - extra] ?? 1)
    return own === 1 && (size !== 1 || axis < extra) ? [axis] : []
  })
  return axes.length === 0 ? gradient : tf.reshape(tf.sum(gradient, axes), input.shape)
}
