import {
  defineReference,
  drawVector,
  drawWhole,
  fixedVector,
  type Vector,
} from 'mlp-check/reference'

interface Rule {
  readonly corrected?: boolean
  readonly uphill?: boolean
  readonly squared?: boolean
}

function run(gradients: Vector, rate: number, rule: Rule = {}): number[] {
  const { corrected = true, uphill = false, squared = true } = rule
  let [position, velocity, square] = [0, 0, 0]
  return gradients.map((gradient, index) => {
    const step = index + 1
    velocity = 0.9 * velocity + 0.1 * gradient
    square = 0.999 * square + 0.001 * (squared ? gradient ** 2 : gradient)
    const mean = corrected ? velocity / (1 - 0.9 ** step) : velocity
    const power = corrected ? square / (1 - 0.999 ** step) : square
    position += ((uphill ? rate : -rate) * mean) / (Math.sqrt(power) + 1e-8)
    return position
  })
}

export const positions = defineReference<[gradients: Vector, rate: number]>({
  summary: 'the positions after each step of Adam, from 0',
  corners: [
    [[1], 0.1],
    [[-2], 0.1],
    [[1, 1, 1], 0.5],
    [[1, -3, 2, 0], 0.01],
    [[0, 0, 5], 0.1],
    [[1e-6, -2e-6], 0.1],
    [[0], 1],
    [[], 0.1],
    [fixedVector(25), 0.3],
  ],
  trials: 30,
  inputs: (random) => [drawVector(random, drawWhole(random, 1, 8)), drawWhole(random, 1, 9) / 10],
  exact: (gradients, rate) => run(gradients, rate),
  mistakes: {
    'not-corrected': (gradients, rate) => run(gradients, rate, { corrected: false }),
    uphill: (gradients, rate) => run(gradients, rate, { uphill: true }),
    'not-squared': (gradients, rate) => run(gradients, rate, { squared: false }),
  },
})
