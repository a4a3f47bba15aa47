import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../src/cli/exit-code.ts'
import { applyPolicy } from '../../src/course/apply-policy.ts'
import type { CheckReport, RunReport } from '../../src/report/report.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { hideChecks } from '../../src/reporters/hide-checks.ts'
import { loadReporter, reporterNames } from '../../src/reporters/index.ts'
import {
  crashedCheck,
  exampleReport,
  exampleSubmission,
  passedCheck,
  skippedCheck,
} from './example-report.ts'

const folder = join(import.meta.dirname, '..', 'fixtures', 'failing-reports')
/** dtanh is wrong, tanh is right. */
const saved: RunReport = JSON.parse(readFileSync(join(folder, 'ex1-equals-function.json'), 'utf8'))

function under(visibility: Record<string, CheckReport['visibility'] & string>, late = false) {
  const due = '2026-09-20T10:00:00Z'
  const rules = { visibility, due, late: { graceMinutes: 0, percentPerDay: 10, mostPercent: 100 } }
  const submittedAt = late ? '2026-09-22T10:00:00Z' : due
  return applyPolicy(saved, { rules, exercises: {} }, [{ submittedAt }])
}

const hiddenIds = ({ submissions }: RunReport) =>
  submissions[0]?.checks.flatMap((check, i) =>
    check.kind === 'hidden' ? (saved.submissions[0]?.checks[i]?.id ?? []) : [],
  )

const CLASSROOM = {
  CLASSROOM: 'c',
  ASSIGNMENT: 'a',
  USERNAME: 'u',
  SUBMISSION_TAG: 'submit/2026-09-20T10-00-00Z',
  COMMIT_URL: 'https://example.org/c',
  RELEASE_URL: 'https://example.org/r',
  REVIEW_URL: 'https://example.org/v',
}

function sumOf(tests: readonly { readonly score?: number }[]): number {
  return tests.reduce((sum, { score = 0 }) => sum + score, 0)
}

async function everyStudentText(report: RunReport): Promise<string> {
  const texts = reporterNames.map(async (name) => {
    const reporter = await loadReporter(name)
    return reporter.audience === 'student' ? reporter.render(report, plainOptions) : ''
  })
  return (await Promise.all(texts)).join('\n')
}

describe('what tells of a hidden check', () => {
  it('is hidden with it: everything of a function whose derivative is', async () => {
    const report = under({ derivative: 'hidden' })
    expect(hiddenIds(hideChecks(report))).toEqual([
      'dtanh-derivative',
      'dtanh-stability',
      'dtanh-consistency',
      'dtanh-proof',
    ])
    const text = await everyStudentText(report)
    expect(text).not.toMatch(/refuted|ordinary points already|the mistake|not yet|❌|✗|0 of 5/)
    expect(text).toMatch(/4 hidden checks count too/)
  })

  it('is hidden with the values of the function that a derivative is held against', () => {
    expect(hiddenIds(hideChecks(under({ 'tanh-value': 'hidden' })))).toEqual([
      'tanh-value',
      'tanh-stability',
      'tanh-proof',
      'dtanh-consistency',
    ])
    expect(hiddenIds(hideChecks(under({ 'tanh-stability': 'hidden' })))).toEqual(['tanh-stability'])
  })

  it('is shown to nobody sooner than that check itself', () => {
    const [first] = hideChecks(
      under({ 'dtanh-derivative': 'after-due-date', 'tanh-value': 'hidden' }),
    ).submissions
    const until = (id: string) => {
      const place = saved.submissions[0]?.checks.findIndex((check) => check.id === id) ?? -1
      return first?.checks[place]?.visibility
    }
    expect([until('dtanh-proof'), until('dtanh-consistency')]).toEqual(['after-due-date', 'hidden'])
  })

  it('is a check that waits for it, and one that it ended', () => {
    const hidden = crashedCheck({ id: 'a', function: 'f', kind: 'call', visibility: 'hidden' })
    const needs = { id: 'dependency', values: { on: 'f to finish' } }
    const checks = [
      hidden,
      skippedCheck({ id: 'b', function: 'f', kind: 'policy', says: needs }),
      passedCheck({ id: 'c', function: 'g', kind: 'policy', after: ['a'] }),
      passedCheck({ id: 'd', function: 'g', kind: 'call', after: ['c'] }),
      passedCheck({ id: 'e', function: 'h', kind: 'call' }),
    ]
    const report = hideChecks(exampleReport({ submissions: [exampleSubmission({ checks })] }))
    const kinds = report.submissions[0]?.checks.map(({ kind }) => kind)
    expect(kinds).toEqual(['hidden', 'hidden', 'hidden', 'hidden', 'call'])
  })

  it('is what lateness takes: a share of all points', async () => {
    const report = under({ derivative: 'hidden' }, true)
    expect(report.submissions[0]?.adjustments?.[0]?.score).toBe(-80)
    const [shown] = hideChecks(report).submissions
    expect(shown?.adjustments).toEqual([
      {
        id: 'late',
        score: 0,
        text: expect.stringMatching(/^Handed in 2 days .*: 2 days begun at 10 %\.$/),
      },
    ])
    expect(shown?.score).toBe(400)
    expect(await everyStudentText(report)).not.toContain('0.8')
  })

  it('is the exit code, and never a pass where nothing is shown', () => {
    const derivative = hideChecks(under({ derivative: 'hidden' }))
    expect([exitCodeOf(saved), exitCodeOf(derivative)]).toEqual([1, 0])
    const all = hideChecks(under({ derivative: 'hidden', value: 'hidden' }))
    expect(all.submissions[0]?.status).toBe('skipped')
    expect(exitCodeOf(all)).toBe(5)
  })

  it('is in the grade of every format that carries one', async () => {
    const hidden = under({ derivative: 'hidden' })
    const rendered = async (name: (typeof reporterNames)[number]) => {
      const { audience, render } = await loadReporter(name)
      expect(audience).not.toBe('student')
      return render(hidden, { ...plainOptions, environment: CLASSROOM })
    }
    const [earned, possible] = [hidden.totals.score / 100, hidden.totals.maxScore / 100]
    expect([earned, possible]).toEqual([4, 10])
    const prairielearn = JSON.parse(await rendered('prairielearn'))
    expect(prairielearn.score).toBe(earned / possible)
    const autolab = (await rendered('autolab')).trim().split('\n').at(-1) as string
    expect(JSON.parse(autolab)).toEqual({ scores: { ex1: earned } })
    const classroom = JSON.parse(Buffer.from(await rendered('classroom'), 'base64').toString())
    expect([sumOf(classroom.tests), classroom.max_score]).toEqual([earned, possible])
    const classroom50 = JSON.parse(await rendered('classroom50'))
    expect([classroom50.score, classroom50['max-score']]).toEqual([earned, possible])
    const gradescope = JSON.parse(await rendered('gradescope'))
    expect(sumOf(gradescope.tests)).toBe(earned)
  })

  it('tells no more than the whole where a platform shows the points', async () => {
    for (const name of ['prairielearn', 'classroom', 'autolab'] as const) {
      const { render } = await loadReporter(name)
      const text = render(under({ derivative: 'hidden' }), plainOptions)
      const plain = name === 'classroom' ? Buffer.from(text, 'base64').toString() : text
      expect(plain).toContain('4 hidden checks')
      expect(plain).not.toMatch(/dtanh|refuted|ordinary points/)
    }
  })
})

describe('a row that students see in Gradescope', () => {
  const visible = async (report: RunReport) => {
    const text = (await loadReporter('gradescope')).render(report, plainOptions)
    const { tests } = JSON.parse(text)
    return tests.filter((test: { visibility: string }) => test.visibility === 'visible')
  }
  /** The same work, had its hidden check passed. */
  const passed = (report: RunReport): RunReport => ({
    ...report,
    submissions: report.submissions.map((submission) => ({
      ...submission,
      checks: submission.checks.map((check) =>
        check.id === 'dtanh-derivative'
          ? { ...check, status: 'passed' as const, score: check.maxScore, evidence: [] }
          : check,
      ),
    })),
  })

  it.each([
    ['2026-09-19T10:00:00Z', 1],
    ['2026-09-22T10:00:00Z', 1],
    ['2026-12-22T10:00:00Z', 1],
    ['2026-09-22T10:00:00Z', 4],
  ])(
    'says nothing of a hidden verdict, handed in at %s as attempt %i',
    async (submittedAt, attempt) => {
      const late = { graceMinutes: 0, percentPerDay: 10, mostPercent: 50, closedAfterDays: 7 }
      const visibility = { 'dtanh-derivative': 'hidden', 'dtanh-proof': 'hidden' } as const
      const rules = { due: '2026-09-20T10:00:00Z', late, attempts: 3, visibility }
      const rule = (report: RunReport) =>
        applyPolicy(report, { rules, exercises: {} }, [{ submittedAt, attempt }])
      const [one, other] = [await visible(rule(saved)), await visible(rule(passed(saved)))]
      expect(one).toEqual(other)
      expect(one.length).toBeGreaterThan(1)
    },
  )

  it('adds up to the score with those that are hidden', async () => {
    const report = under({ 'dtanh-derivative': 'hidden' }, true)
    const { tests, score } = JSON.parse(
      (await loadReporter('gradescope')).render(report, plainOptions),
    )
    expect(sumOf(tests)).toBeCloseTo(score, 10)
    expect(tests.find(({ name }: { name: string }) => name === 'Late: points').visibility).toBe(
      'hidden',
    )
    expect(tests.find(({ name }: { name: string }) => name === 'Late').output).toMatch(
      /^Handed in 2 days/,
    )
  })
})
