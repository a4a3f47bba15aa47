import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOn, isClock, isLocalTime } from '../../src/course/clock.ts'

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC']
/** As another formatter shows it: `2026-09-20 10:00:00`. */
const shownIn = (zone: string, instant: string) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')

const padded = (value: number, digits = 2) => String(value).padStart(digits, '0')
const daysOf = (year: number) => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

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
    expect(['', 'Berlin', '+2', 'CEST?', '+24:00', '+02:60'].some(isClock)).toBe(false)
  })

  it('is one that a calendar has', () => {
    const times = ['2024-02-29T00:00:00', '2026-12-31T23:59:59', '2026-09-20T10:00']
    expect(times.filter((time) => !isLocalTime(time))).toEqual([])
    const never = ['2026-02-29T00:00', '2026-06-31T10:00', '2026-13-01T10:00', '2026-01-01T24:00']
    expect([...never, '0000-01-01T10:00', 'yesterday'].filter(isLocalTime)).toEqual([])
  })

  it('is one by the rules of the calendar, and then has an instant on every clock', () => {
    const upTo = (max: number) => fc.nat({ max })
    const parts = fc.tuple(upTo(9999), upTo(13), upTo(32), upTo(24), upTo(60), upTo(60))
    const clocks = fc.constantFrom(...ZONES, 'Z', '+23:59', '-12:00')
    fc.assert(
      fc.property(clocks, parts, (clock, [year, month, day, hour, minute, second]) => {
        const local = `${padded(year, 4)}-${padded(month)}-${padded(day)}T${padded(hour)}:${padded(minute)}:${padded(second)}`
        const isDay = year >= 1000 && day >= 1 && day <= (daysOf(year)[month - 1] ?? 0)
        const isTime = hour < 24 && minute < 60 && second < 60
        expect(isLocalTime(local)).toBe(isDay && isTime)
        if (isDay && isTime) expect(instantOn(clock, local)).toMatch(/^[\d-]+T[\d:.]+Z$/)
      }),
      { seed: 7, numRuns: 2000 },
    )
  })
})
