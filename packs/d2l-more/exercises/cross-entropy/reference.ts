import { defineReference, drawVector, drawWhole, type Vector } from 'mlp-check/reference'

function softmax(z: Vector): number[] {
  const largest = Math.max(...z)
  const powers = z.map((value) => Math.exp(value - largest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

/** log of the sum of exponentials, without overflow. */
function logSum(z: Vector): number {
  const largest = Math.max(...z)
  return largest + Math.log(z.reduce((sum, value) => sum + Math.exp(value - largest), 0))
}

const CORNERS: readonly (readonly [z: number[], y: number])[] = [
  [[0, 0], 0],
  [[0, 0], 1],
  [[1, 2, 3], 0],
  [[1, 2, 3], 2],
  [[-1.5], 0],
  [[1000, 0, -1000], 1],
  [[1000, 1000], 0],
  [[-1000, -1001], 1],
  [[0.5, -0.25, 2, 1, -3], 3],
]

const inputs = (random: () => number): [z: Vector, y: number] => {
  const classes = drawWhole(random, 1, 6)
  return [drawVector(random, classes), drawWhole(random, 0, classes - 1)]
}

export const loss = defineReference<[z: Vector, y: number]>({
  summary: 'the cross-entropy of softmax(z) for the class y',
  corners: CORNERS,
  trials: 30,
  inputs,
  exact: (z, y) => logSum(z) - (z[y] ?? 0),
  mistakes: {
    'sign-lost': (z, y) => (z[y] ?? 0) - logSum(z),
    'class-ignored': (z) => logSum(z) - (z[0] ?? 0),
    'logit-lost': (z) => logSum(z),
  },
})

export const slope = defineReference<[z: Vector, y: number]>({
  summary: 'its gradient in z',
  corners: CORNERS,
  trials: 30,
  inputs,
  exact: (z, y) => softmax(z).map((share, k) => (k === y ? share - 1 : share)),
  mistakes: {
    'target-lost': (z) => softmax(z),
    'target-minus-softmax': (z, y) => softmax(z).map((share, k) => (k === y ? 1 - share : -share)),
  },
})
