import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckReport, RunReport } from '../../src/report/report.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { formatPoints } from '../../src/reporters/format-value.ts'
import { hideChecks } from '../../src/reporters/hide-checks.ts'
import { loadReporter, type ReporterName } from '../../src/reporters/index.ts'
import {
  exampleReport,
  exampleSubmission,
  passedCheck,
  wrongCheck,
} from '../reporters/example-report.ts'

const check: fc.Arbitrary<CheckReport> = fc
  .record({
    maxScore: fc.nat(1000),
    share: fc.nat(100),
    visibility: fc.constantFrom('visible', 'hidden', 'after-due-date' as const),
  })
  .map(({ maxScore, share, visibility }) => {
    const score = Math.floor((maxScore * share) / 100)
    const make = score === maxScore ? passedCheck : wrongCheck
    return make({ score, maxScore, visibility, evidence: [] })
  })

const reports: fc.Arbitrary<RunReport> = fc
  .array(fc.array(check, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
  .map((all) => exampleReport({ submissions: all.map((checks) => exampleSubmission({ checks })) }))

const environment = Object.fromEntries(
  [
    'CLASSROOM',
    'ASSIGNMENT',
    'USERNAME',
    'SUBMISSION_TAG',
    'COMMIT_URL',
    'RELEASE_URL',
    'REVIEW_URL',
  ].map((name) => [name, 'x']),
)

async function render(name: ReporterName, report: RunReport): Promise<string> {
  return (await loadReporter(name)).render(report, { ...plainOptions, environment })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

describe('points', () => {
  it('are the same in every format that carries the grade', () =>
    fc.assert(
      fc.asyncProperty(reports, async (report) => {
        const { score, maxScore } = report.totals
        const gradescope = JSON.parse(await render('gradescope', report))
        expect(Math.round(gradescope.score * 100)).toBe(score)
        const classroom50 = JSON.parse(await render('classroom50', report))
        expect([classroom50.score, classroom50['max-score']]).toEqual([score, maxScore])
        expect(sum(classroom50.tests.map((test: { score: number }) => test.score))).toBe(score)
        const legacy = JSON.parse(
          Buffer.from(await render('classroom', report), 'base64').toString(),
        )
        const scores = legacy.tests.map((test: { score: number }) => Math.round(test.score * 100))
        expect(sum(scores)).toBe(score)
        const rows = parseCsv(await render('csv', report), { columns: true }) as { score: string }[]
        expect(sum(rows.map((row) => Math.round(Number(row.score) * 100)))).toBe(score)
        const prairielearn = JSON.parse(await render('prairielearn', report))
        expect(prairielearn.score).toBe(maxScore === 0 ? prairielearn.score : score / maxScore)
      }),
      { seed: 7, numRuns: 50 },
    ))

  it('of what a student may see add up without the hidden checks', () =>
    fc.assert(
      fc.property(reports, (report) => {
        const shown = hideChecks(report)
        const visible = report.submissions.flatMap(({ checks }) =>
          checks.filter(({ visibility }) => visibility === 'visible'),
        )
        expect(shown.totals.score).toBe(sum(visible.map((it) => it.score)))
        expect(shown.totals.maxScore).toBe(sum(visible.map((it) => it.maxScore)))
        expect(shown.submissions.map(({ checks }) => checks.length)).toEqual(
          report.submissions.map(({ checks }) => checks.length),
        )
      }),
      { seed: 7 },
    ))

  it('are written exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (hundredths) => {
        const text = formatPoints(hundredths)
        expect(Math.round(Number(text) * 100)).toBe(hundredths)
        expect(text).toBe(String(hundredths / 100))
      }),
      { seed: 7 },
    )
  })
})
