import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/sandbox/limits.ts'
import { type SignsOfLife, Watchdog } from '../../src/sandbox/watchdog.ts'

const LOOKS = 4
const EVERY = LIMITS.watchEveryMs

/** At which look a worker is ended that shows this from one look to the next; undefined where at none of so many. */
function endedAt(step: Required<SignsOfLife>, most = 10_000): number | undefined {
  const at = (turn: number) => ({
    ticks: turn * step.ticks,
    pieces: Math.floor(turn * step.pieces),
    processorMs: turn * step.processorMs,
  })
  const watchdog = new Watchdog(LOOKS, at(0))
  for (let turn = 1; turn <= most; turn++) if (watchdog.isOver(at(turn))) return turn
  return undefined
}

describe('whoever watches a worker', () => {
  it('ends what shows nothing', () => {
    expect(endedAt({ ticks: 0, pieces: 0, processorMs: EVERY })).toBe(LOOKS)
  })

  it('ends what hardly ticks, later', () => {
    expect(endedAt({ ticks: 1, pieces: 0, processorMs: EVERY })).toBe(2 * LOOKS)
  })

  it('lets what goes on go on until the end of its time, however few its ticks', () => {
    expect(endedAt({ ticks: 0, pieces: 1, processorMs: EVERY })).toBe(LIMITS.watchLooksAtMost)
    // A piece takes three looks.
    expect(endedAt({ ticks: 0, pieces: 1 / 3, processorMs: EVERY })).toBe(LIMITS.watchLooksAtMost)
  })

  it('ends in the end what never runs', () => {
    expect(endedAt({ ticks: 0, pieces: 0, processorMs: 0 })).toBe(LIMITS.watchTurnsAtMost)
  })

  it('counts looks by themselves where nobody tells of processors', () => {
    const watchdog = new Watchdog(LOOKS, { ticks: 0, pieces: 0 })
    const ends = Array.from({ length: LOOKS }, () => watchdog.isOver({ ticks: 0, pieces: 0 }))
    expect(ends).toEqual([false, false, false, true])
  })

  it('ends the same work on a machine of any busyness, and no other', () => {
    // Binary fractions, so that no sum is rounded.
    const share = fc.integer({ min: 8, max: 64 }).map((sixtyfourths) => sixtyfourths / 64)
    const rates = fc.record({
      ticks: fc.constantFrom(0, 1, LIMITS.fewTicks * 64, LIMITS.fewTicks * 640),
      pieces: fc.constantFrom(0, 1 / 2, 1, 2, 100),
    })
    const looksOfWork = fc.integer({ min: 1, max: 2 * LIMITS.watchLooksAtMost })
    fc.assert(
      fc.property(share, rates, looksOfWork, (busy, { ticks, pieces }, total) => {
        const goesOn = pieces > 0 || ticks >= LIMITS.fewTicks
        const least = ticks === 0 ? LOOKS : 2 * LOOKS
        const most = goesOn ? LIMITS.watchLooksAtMost : least
        expect(isEnded({ ticks, pieces, processorMs: EVERY }, busy, total)).toBe(total >= most)
      }),
      { seed: 7 },
    )
  })
})

/** Whether work of so many whole looks is ended where each look gives it such a share of one. */
function isEnded(rates: Required<SignsOfLife>, share: number, total: number): boolean {
  const signs = (done: number) => ({
    ticks: Math.floor(done * rates.ticks),
    pieces: Math.floor(done * rates.pieces),
    processorMs: done * rates.processorMs,
  })
  const watchdog = new Watchdog(LOOKS, signs(0))
  for (let done = 0; done < total; ) {
    done = Math.min(total, done + share)
    if (watchdog.isOver(signs(done))) return true
  }
  return false
}
