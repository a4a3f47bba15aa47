import '@tensorflow/tfjs-backend-cpu'
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js'
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
import { readFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs-core'

/**
 * TensorFlow.js as it is, with everything that it registers: values, gradients of the sum, and
 * complaints for the questions in the file that is named. Run in a process of its own, because two
 * copies of the core share one registry.
 */
const { inputs, questions } = JSON.parse(readFileSync(process.argv[2], 'utf8'))

await tf.setBackend('cpu')
const answers = questions.map(({ form, name, operands }) => {
  const tensors = inputs.map(({ shape, values }) => tf.tensor(values, shape))
  const f = (...given) => {
    const real = operands.map((one) => resolve(one, given))
    const made =
      form === 'function' ? Reflect.get(tf, name)(...real) : real[0][name](...real.slice(1))
    return tf.cast(Array.isArray(made) ? tf.stack(made) : made, 'float32')
  }
  try {
    const value = [...f(...tensors).dataSync()]
    return { value, ...gradients(f, tensors) }
  } catch (error) {
    return { complaint: String(error.message) }
  }
})
process.stdout.write(
  JSON.stringify({
    answers,
    methods: methods(),
    functions: Object.keys(tf),
  }),
)

/** Of each input by itself; null where the library cannot compute one, and says so by throwing. */
function gradients(f, tensors) {
  return {
    gradients: tensors.map((tensor, input) => {
      const alone = (one) => tf.sum(f(...tensors.with(input, one)))
      try {
        return [...tf.grad(alone)(tensor).dataSync()]
      } catch {
        return null
      }
    }),
  }
}

function resolve(operand, given) {
  if (operand === null) return undefined
  if (Array.isArray(operand)) return operand.map((one) => resolve(one, given))
  if (typeof operand !== 'object') return operand
  if ('bool' in operand) return tf.cast(given[operand.bool], 'bool')
  if ('whole' in operand) return tf.tensor1d(operand.whole, 'int32')
  return given[operand.handle]
}

function methods() {
  const names = []
  for (let one = Object.getPrototypeOf(tf.scalar(0)); one !== Object.prototype; ) {
    names.push(...Object.getOwnPropertyNames(one))
    one = Object.getPrototypeOf(one)
  }
  return names
}
