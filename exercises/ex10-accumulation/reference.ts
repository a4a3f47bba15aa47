import { defineReference } from 'mlp-check/reference'

const START = 1
const RATE = 0.3

interface Rule {
  readonly zeroed: boolean
  readonly ascending?: boolean
}

/** Gradient descent on relu(value). No step lands on the kink. */
function train(steps: number, { zeroed, ascending = false }: Rule): number {
  let [value, grad] = [START, 0]
  for (let step = 0; step < steps; step++) {
    if (zeroed) grad = 0
    grad += value > 0 ? 1 : 0
    value += (ascending ? RATE : -RATE) * grad
  }
  return value
}

export const reluTraining = defineReference<[steps: number]>({
  summary: 'value after steps of gradient descent on relu(value), from 1 at the rate 0.3',
  trials: 12,
  inputs: (_, trial) => [trial],
  compute: (tf, steps) => {
    const slope = tf.grad(tf.relu)
    let value = tf.scalar(START)
    for (let step = 0; step < steps; step++) value = tf.sub(value, tf.mul(RATE, slope(value)))
    return value
  },
  exact: (steps) => train(steps, { zeroed: true }),
  mistakes: {
    'gradients-not-zeroed': (steps) => train(steps, { zeroed: false }),
    uphill: (steps) => train(steps, { zeroed: true, ascending: true }),
    'one-step-too-few': (steps) => train(Math.max(0, steps - 1), { zeroed: true }),
    'one-step-too-many': (steps) => train(steps + 1, { zeroed: true }),
    'kink-ignored': (steps) => START - RATE * steps,
  },
})
