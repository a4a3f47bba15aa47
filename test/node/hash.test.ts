import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from '../../src/node/hash.ts'

const byNode = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')

it("is Node's own, of few bytes and of many", () => {
  const lengths = fc.oneof(fc.nat(300), fc.integer({ min: 8190, max: 8194 }), fc.nat(70_000))
  fc.assert(
    fc.property(lengths, fc.nat(255), (length, first) => {
      const bytes = Uint8Array.from({ length }, (_, k) => (first + 7 * k + (k >> 8)) & 255)
      expect(sha256(bytes)).toBe(byNode(bytes))
    }),
    { seed: 20261127, numRuns: 200 },
  )
})

it('takes a text as its UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      expect(sha256(text)).toBe(byNode(text))
    }),
    { seed: 20261127, numRuns: 200 },
  )
})
