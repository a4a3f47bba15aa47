import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPolicy } from '../../src/course/apply-policy.ts'
import type { Course, HandIn, Rules } from '../../src/course/course.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { loadReporter, type ReporterName } from '../../src/reporters/index.ts'
import { exampleReport, exampleSubmission, passedCheck } from '../reporters/example-report.ts'

const due = '2026-09-20T23:59:00+02:00'
const late = { graceMinutes: 15, percentPerDay: 10, mostPercent: 50 }

function course(rules: Rules, exercises: Course['exercises'] = {}): Course {
  return { rules, exercises }
}

/** One submission that earned so many hundredths. */
function earned(score: number) {
  return exampleReport({
    submissions: [exampleSubmission({ checks: [passedCheck({ score, maxScore: 1000 })] })],
  })
}

function ruled(rules: Rules, handIn: HandIn, score = 1000) {
  const [submission] = applyPolicy(earned(score), course(rules), [handIn]).submissions
  return { score: submission?.score, lines: submission?.adjustments?.map(({ text }) => text) }
}

describe('applyPolicy', () => {
  it.each([
    ['before it was due', '2026-09-20T10:00:00Z', 1000],
    ['at the due time, in another zone', '2026-09-20T21:59:00Z', 1000],
    ['within grace', '2026-09-20T22:14:00Z', 1000],
    ['a second after grace', '2026-09-20T22:14:01Z', 900],
    ['a day to the second', '2026-09-21T21:59:00Z', 900],
    ['a day and a second', '2026-09-21T21:59:01Z', 800],
    ['a month later, at most so much', '2026-10-20T00:00:00Z', 500],
  ])('handed in %s keeps %s', (_, submittedAt, score) => {
    expect(ruled({ due, late }, { submittedAt }).score).toBe(score)
  })

  it('says what it took and why', () => {
    expect(ruled({ due, late }, { submittedAt: '2026-09-22T10:00:00Z' }).lines).toEqual([
      'Handed in 1 day 12 hours after it was due (2026-09-20T23:59:00+02:00): 2 days begun at 10 % take 20 % of the 10 points earned, which is 2.',
    ])
    expect(ruled({ due, late }, { submittedAt: '2026-09-20T22:00:00Z' }).lines).toEqual([
      'Handed in 1 minute after it was due (2026-09-20T23:59:00+02:00), within the 15 minutes of grace.',
    ])
    expect(ruled({ due, late }, {}).lines?.[0]).toMatch(/not known, so nothing is taken/)
  })

  it('gives nothing after the exercise is closed, or for an attempt too many', () => {
    const closing = { ...late, closedAfterDays: 3 }
    expect(ruled({ due, late: closing }, { submittedAt: '2026-09-24T00:00:00Z' })).toEqual({
      score: 0,
      lines: [expect.stringContaining('after 3 days it earns no points')],
    })
    expect(ruled({ attempts: 3 }, { attempt: 3 })).toEqual({ score: 1000, lines: undefined })
    expect(ruled({ attempts: 3 }, { attempt: 4 })).toEqual({
      score: 0,
      lines: ['This is attempt 4, and only 3 attempts count: it earns no points.'],
    })
  })

  it('lets an exercise have rules of its own', () => {
    const rules = course(
      { due, late },
      { ex1: { due: '2026-12-01T00:00:00Z', attempts: undefined } },
    )
    const handIn = { submittedAt: '2026-10-20T00:00:00Z' }
    expect(applyPolicy(earned(1000), rules, [handIn]).totals.score).toBe(1000)
  })

  it('sets who may see a check, by its id before its kind', () => {
    const visibility = {
      'tanh/value': 'hidden',
      derivative: 'after-due-date',
      value: 'visible',
    } as const
    const [submission] = applyPolicy(exampleReport(), course({ visibility }), []).submissions
    expect(submission?.checks.map((check) => check.visibility)).toEqual([
      'hidden',
      'after-due-date',
      undefined,
    ])
  })

  it('never goes below nothing or above what was earned, adds up, and applies once', () => {
    const instant = fc
      .date({ min: new Date('2026-09-01'), max: new Date('2026-12-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
    const rule = fc.record({
      graceMinutes: fc.nat(100),
      percentPerDay: fc.double({ min: 0, max: 100, noNaN: true }),
      mostPercent: fc.double({ min: 0, max: 100, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.nat(1000), instant, rule, fc.integer({ min: 1, max: 5 }), (...drawn) => {
        const [score, submittedAt, lateRule, attempt] = drawn
        const rules = course({ due, late: lateRule, attempts: 3 })
        const once = applyPolicy(earned(score), rules, [{ submittedAt, attempt }])
        const [submission] = once.submissions
        const adjusted = (submission?.adjustments ?? []).reduce((sum, it) => sum + it.score, 0)
        expect(submission?.score).toBe(score + adjusted)
        expect(once.totals.score).toBe(submission?.score)
        expect(submission?.score).toBeGreaterThanOrEqual(0)
        expect(submission?.score).toBeLessThanOrEqual(score)
        expect(Number.isInteger(submission?.score)).toBe(true)
        expect(applyPolicy(once, rules, [{ submittedAt, attempt }])).toEqual(once)
      }),
      { seed: 7 },
    )
  })

  it.each(['markdown', 'junit', 'csv', 'tap', 'gradescope', 'prairielearn', 'autolab'] as const)(
    'is a line of its own in the %s report',
    async (name: ReporterName) => {
      const report = applyPolicy(earned(1000), course({ due, late }), [
        { submittedAt: '2026-09-22T10:00:00Z' },
      ])
      const text = (await loadReporter(name)).render(report, plainOptions)
      expect(text.replaceAll('\\', '')).toMatch(/late[\s\S]*Handed in 1 day 12 hours/i)
    },
  )
})
