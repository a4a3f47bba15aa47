import { type Adjustment, POINT_SCALE } from '../report/report.ts'
import type { HandIn, LateRule, Rules } from './course.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * What a submission after the due time loses, in whole hundredths rounded in the student's favour.
 * Undefined where there is no due time or the submission was in time.
 * @param earned hundredths of a point before the rule
 */
export function lateness(earned: number, rules: Rules, handIn: HandIn): Adjustment | undefined {
  const { due, late } = rules
  if (due === undefined || late === undefined) return undefined
  if (handIn.submittedAt === undefined && handIn.markedLate) {
    return penalty(
      earned,
      { days: 1, facts: `Due ${due}, and marked late; how late is not known` },
      late,
    )
  }
  if (handIn.submittedAt === undefined && handIn.localTime !== undefined) {
    const text = `Due ${due}. Handed in ${handIn.localTime} on a clock that the course's rules do not name, so nothing is taken for lateness.`
    return { id: 'late', text, score: 0 }
  }
  if (handIn.submittedAt === undefined && isCommittedLater(due, handIn)) {
    const text = `Due ${due}. The commit is dated ${handIn.committedAt}, which is later; since its author sets that date, nothing is taken for lateness.`
    return { id: 'late', text, score: 0 }
  }
  if (handIn.submittedAt === undefined) {
    const text = `Due ${due}. When this was handed in is not known, so nothing is taken for lateness.`
    return { id: 'late', text, score: 0 }
  }
  const by = Date.parse(handIn.submittedAt) - Date.parse(due)
  if (by <= 0) return undefined
  const facts = `Handed in ${duration(by)} after it was due (${due})`
  if (by <= late.graceMinutes * MINUTE) {
    const text = `${facts}, within the ${quantity(late.graceMinutes, 'minute')} of grace.`
    return { id: 'late', text, score: 0 }
  }
  return penalty(earned, { days: Math.ceil(by / DAY), facts }, late)
}

/** Whether a commit says itself that it was made after the due time. */
export function isCommittedLater(
  due: string | undefined,
  { committedAt }: Pick<HandIn, 'committedAt'>,
): boolean {
  if (due === undefined || committedAt === undefined) return false
  return Date.parse(committedAt) > Date.parse(due)
}

function penalty(
  earned: number,
  { days, facts }: { days: number; facts: string },
  { percentPerDay, mostPercent, closedAfterDays }: LateRule,
): Adjustment {
  if (closedAfterDays !== undefined && days > closedAfterDays) {
    const text = `${facts}: after ${quantity(closedAfterDays, 'day')} it earns no points.`
    return { id: 'late', text, score: negative(earned) }
  }
  const percent = Math.min(mostPercent, Number((percentPerDay * days).toFixed(6)))
  const lost = Math.floor((earned * percent) / 100)
  const begun = `${quantity(days, 'day')} begun at ${percentPerDay} %`
  const share = `${percent} % of the ${quantity(earned / POINT_SCALE, 'point')} earned`
  const text = `${facts}: ${begun} take ${share}, which is ${lost / POINT_SCALE}.`
  return { id: 'late', text, facts: `${facts}: ${begun}.`, score: negative(lost) }
}

/** Not −0, which JSON would not keep. */
function negative(hundredths: number): number {
  return hundredths === 0 ? 0 : -hundredths
}

/** `1 day 3 hours`, `5 minutes`, `20 seconds`: two units at most, nothing rounded up. */
function duration(milliseconds: number): string {
  const parts: (readonly [number, string])[] = [
    [Math.floor(milliseconds / DAY), 'day'],
    [Math.floor((milliseconds % DAY) / HOUR), 'hour'],
    [Math.floor((milliseconds % HOUR) / MINUTE), 'minute'],
    [Math.floor((milliseconds % MINUTE) / 1000), 'second'],
  ]
  const said = parts.filter(([count]) => count > 0).slice(0, 2)
  return said.map(([count, unit]) => quantity(count, unit)).join(' ') || 'less than a second'
}

function quantity(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
