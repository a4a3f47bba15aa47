import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CappedMemory, WASM_PAGE } from '../../src/sandbox/capped-memory.ts'

const LIMITS = { initialPages: 2, maximumPages: 40 }

it('grows to whatever may be had, and is starved only by who wants more', () => {
  const wanted = fc.array(fc.integer({ min: 1, max: 50 * WASM_PAGE }), { maxLength: 12 })
  fc.assert(
    fc.property(wanted, (sizes) => {
      const memory = new CappedMemory(LIMITS)
      for (const bytes of sizes) {
        const mayBe = bytes <= LIMITS.maximumPages * WASM_PAGE
        expect(memory.growTo(bytes)).toBe(mayBe)
        if (mayBe) expect(memory.object.buffer.byteLength).toBeGreaterThanOrEqual(bytes)
      }
      const tooMuch = sizes.some((bytes) => bytes > LIMITS.maximumPages * WASM_PAGE)
      expect([memory.starved, memory.refused]).toEqual([tooMuch, false])
    }),
    { numRuns: 60, seed: 3 },
  )
})

it('is refused where the machine has none, and then only', () => {
  const memory = new CappedMemory(LIMITS)
  memory.object.grow = () => {
    throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory')
  }
  expect(memory.growTo(3 * WASM_PAGE)).toBe(false)
  expect([memory.starved, memory.refused]).toEqual([false, true])
})
