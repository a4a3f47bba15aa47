import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../src/reference/random.ts'
import {
  cornerDeepNets,
  deepNetworkAt,
  drawDeepNet,
  kinksOfDeepNet,
} from '../../../src/reference/structured/deep-net.ts'

const random = randomFrom(5)
const nets = [...cornerDeepNets(), ...Array.from({ length: 40 }, () => drawDeepNet(random))]

describe('a network with two hidden layers', () => {
  it.each(nets.map((net, k) => [k, net] as const))(
    'is straight between its kinks (%i)',
    (_, net) => {
      const kinks = kinksOfDeepNet(net).sort((a, b) => a - b)
      const f = (x: number) => deepNetworkAt(net, x)
      const ends = [(kinks[0] ?? 0) - 10, ...kinks, (kinks.at(-1) ?? 0) + 10]
      for (const [k, to] of ends.entries()) {
        const from = ends[k - 1]
        if (from === undefined) continue
        const at = (share: number) => from + share * (to - from)
        const straight = f(from) + 0.3 * (f(to) - f(from))
        expect(f(at(0.3))).toBeCloseTo(straight, 8)
      }
    },
  )
  it('bends where a unit of the second layer switches', () => {
    const [net] = cornerDeepNets()
    expect(net && kinksOfDeepNet(net)).toEqual([0, 1])
  })
})
