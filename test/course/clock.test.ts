import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOn, isClock } from '../../src/course/clock.ts'

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC']
/** As another formatter shows it: `2026-09-20 10:00:00`. */
const shownIn = (zone: string, instant: string) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')

describe('a time on a clock', () => {
  it('is the instant at which the clock showed it, unless it never did', () => {
    const local = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 19))
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), local, (zone, time) => {
        const instant = instantOn(zone, time)
        const hour = 60 * 60_000
        const skipped = Math.abs(Date.parse(`${shownIn(zone, instant)}Z`) - Date.parse(`${time}Z`))
        // In spring an hour is left out, on Lord Howe Island half of one.
        if (skipped > 0) expect([hour, hour / 2]).toContain(skipped)
        else expect(shownIn(zone, instant)).toBe(time)
      }),
      { seed: 7, numRuns: 400 },
    )
  })

  it('is the earlier of two, and of none', () => {
    expect(instantOn('Europe/Berlin', '2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOn('Europe/Berlin', '2026-03-29T02:30:00')).toBe('2026-03-29T00:30:00.000Z')
    expect(instantOn('+05:30', '2026-09-20T10:00:00')).toBe('2026-09-20T04:30:00.000Z')
  })

  it('has a name that is known', () => {
    expect(['Z', '+02:00', 'Europe/Berlin', 'Asia/Shanghai'].every(isClock)).toBe(true)
    expect(['', 'Berlin', '+2', 'CEST?'].some(isClock)).toBe(false)
  })
})
