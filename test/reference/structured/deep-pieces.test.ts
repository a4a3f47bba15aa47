import { expect, test } from 'vitest'
import type { DeepNet } from '../../../src/reference/structured/deep-net.ts'
import { piecesOfDeepNetwork } from '../../../src/reference/structured/deep-pieces.ts'
import type { Json } from '../../../src/report/report.ts'

const excludes = (net: DeepNet) =>
  piecesOfDeepNetwork.excludes?.('second-kinks-lost', [net as unknown as Json])

/** One unit in each layer: ReLU(b2 + W2 ReLU(x)). */
const chain = (W2: number, b2: number, w3 = 1): DeepNet => {
  return { w1: [1], b1: [0], W2: [[W2]], b2: [b2], w3: [w3], b3: 0 }
}

test.each<[what: string, net: DeepNet, bends: boolean]>([
  ['behind the first kink', chain(1, -2), true],
  ['before it nothing changes', chain(1, 2), false],
  ['where the first layer bends too', chain(1, 0), false],
  ['where the output ignores it', chain(1, -2, 0), false],
])('who is right where the second layer bends has not lost it: %s', (_, net, bends) => {
  expect(excludes(net)).toBe(bends)
})
