import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gradersThatFit } from '../../src/node/graders-that-fit.ts'

const GIB = 2 ** 30
const limits = (addresses: number | string) =>
  `Max address space         ${addresses}            unlimited            bytes     \n`

it('is what was asked for where the system sets or tells no limit', () => {
  for (const text of ['', limits('unlimited'), limits(2 ** 50)]) {
    expect(gradersThatFit(256, text)).toBe(256)
  }
})

it('takes no more addresses than there are, and is never nobody', () => {
  const asked = fc.record({ wanted: fc.integer({ min: 1, max: 256 }), gib: fc.nat(10_000) })
  fc.assert(
    fc.property(asked, ({ wanted, gib }) => {
      const fitting = gradersThatFit(wanted, limits(gib * GIB))
      expect(fitting).toBeGreaterThanOrEqual(1)
      expect(fitting).toBeLessThanOrEqual(wanted)
      if (fitting > 1) expect(31 + 31 * fitting).toBeLessThanOrEqual(gib)
      if (fitting < wanted) expect(31 + 31 * (fitting + 1)).toBeGreaterThan(gib)
    }),
    { seed: 20261128, numRuns: 300 },
  )
})
