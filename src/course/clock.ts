const OFFSET = /^[+-](?:[01]\d|2[0-3]):[0-5]\d$/

/** Whether it names a clock: `+02:00`, `Z`, or a zone such as `Europe/Berlin`. */
export function isClock(text: string): boolean {
  if (text === 'Z' || OFFSET.test(text)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/**
 * Whether a calendar and a clock ever show it: `Date.parse` takes the 31st of June for the 1st of July.
 * @param local ISO 8601 without a zone, such as `2026-09-20T10:00:00`
 */
export function isLocalTime(local: string): boolean {
  const instant = Date.parse(`${local}Z`)
  if (Number.isNaN(instant) || !/^[1-9]/.test(local)) return false
  return new Date(instant).toISOString().startsWith(local)
}

/**
 * The instant of a time on a clock. Of the hour that comes twice when summer time ends, the first:
 * that is in the student's favour.
 * @param local one that `isLocalTime` takes
 * @returns ISO 8601, UTC
 */
export function instantOn(clock: string, local: string): string {
  const asIfUtc = Date.parse(`${local}Z`)
  if (clock === 'Z' || OFFSET.test(clock)) return new Date(`${local}${clock}`).toISOString()
  const day = 24 * 60 * 60_000
  const offsets = [asIfUtc - day, asIfUtc, asIfUtc + day].map((at) => offsetAt(clock, at))
  const instants = [...new Set(offsets)].map((offset) => asIfUtc - offset).sort((a, b) => a - b)
  // Where no clock ever showed it, in the hour that is left out in spring, the earliest too.
  const shown = instants.find((at) => at + offsetAt(clock, at) === asIfUtc) ?? instants[0]
  return new Date(shown as number).toISOString()
}

/** How far the zone is before UTC at an instant, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const shown = `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}Z`
  return Date.parse(shown) - Math.floor(instant / 1000) * 1000
}
