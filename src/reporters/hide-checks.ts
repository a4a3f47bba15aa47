import type { CheckReport, RunReport, SubmissionReport } from '../report/report.ts'
import { statusOf, totalsOf } from '../report/totals.ts'

const UNTIL = {
  hidden: 'Its result is for the teaching staff.',
  'after-due-date': 'Its result is shown after the due date.',
  'after-published': 'Its result is shown when the grades are published.',
} as const

function isHidden(check: CheckReport): boolean {
  return check.visibility !== undefined && check.visibility !== 'visible'
}

/**
 * The record as its student may read it: of a hidden check nothing is left but that there is one,
 * and points and verdicts speak of the other checks alone.
 */
export function hideChecks(report: RunReport): RunReport {
  const submissions = report.submissions.map(hideIn)
  return { ...report, submissions, totals: totalsOf(submissions) }
}

/**
 * Without checks that came to no answer, through nobody's fault, and are worth nothing, such as a
 * proof that nothing decides: formats that know only pass and fail would show them as failed.
 */
export function withoutUndecided(report: RunReport): RunReport {
  const submissions = report.submissions.map((submission) => ({
    ...submission,
    checks: submission.checks.filter(
      ({ status, cause, maxScore }) => status !== 'skipped' || cause !== undefined || maxScore > 0,
    ),
  }))
  return { ...report, submissions }
}

/** For formats that carry the grade: hidden checks keep their points and lose the rest. */
export function anonymiseHiddenChecks(report: RunReport): RunReport {
  const submissions = report.submissions.map((submission) => ({
    ...submission,
    checks: submission.checks.map((check, index) => {
      if (!isHidden(check)) return check
      const { score, maxScore, status } = check
      return { ...placeholder(check, index), score, maxScore, status }
    }),
  }))
  return { ...report, submissions }
}

function hideIn(submission: SubmissionReport): SubmissionReport {
  const hidden = submission.checks.filter(isHidden)
  if (hidden.length === 0) return submission
  const shown = submission.checks.filter((check) => !isHidden(check))
  return {
    ...submission,
    status: statusOf(shown),
    score: Math.max(0, submission.score - hidden.reduce((sum, { score }) => sum + score, 0)),
    maxScore: submission.maxScore - hidden.reduce((sum, { maxScore }) => sum + maxScore, 0),
    checks: submission.checks.map((check, index) =>
      isHidden(check) ? placeholder(check, index) : check,
    ),
  }
}

function placeholder({ visibility }: CheckReport, index: number): CheckReport {
  const until = visibility === undefined || visibility === 'visible' ? 'hidden' : visibility
  return {
    id: `hidden-${index + 1}`,
    kind: 'hidden',
    title: `Hidden check ${index + 1}`,
    status: 'skipped',
    score: 0,
    maxScore: 0,
    message: UNTIL[until],
    points: { tested: 0, failed: 0 },
    evidence: [],
    visibility: until,
  }
}
