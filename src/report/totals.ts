import type { CheckReport, Status, SubmissionReport, Totals } from './report.ts'

/**
 * The verdict on a submission by those on its checks. It has passed only where a check has: what
 * was not judged has not passed. An error of ours outweighs no failure of theirs.
 */
export function statusOf(checks: readonly Pick<CheckReport, 'status'>[]): Status {
  const statuses = new Set(checks.map(({ status }) => status))
  return VERDICTS.find((status) => statuses.has(status)) ?? 'skipped'
}

const VERDICTS: readonly Status[] = ['failed', 'errored', 'passed']

/** Whether a run has passed as a whole: all of it, and not nothing. */
export function allPassed({ passed, submissions }: Totals): boolean {
  return submissions > 0 && passed === submissions
}

type Tally = Pick<SubmissionReport, 'status' | 'score' | 'maxScore'>

/** Sums over submissions; whoever changes those must not keep the old totals. */
export function totalsOf(submissions: readonly Tally[]): Totals {
  const count = (status: SubmissionReport['status']) =>
    submissions.filter((submission) => submission.status === status).length
  return {
    submissions: submissions.length,
    passed: count('passed'),
    failed: count('failed'),
    errored: count('errored'),
    score: submissions.reduce((sum, { score }) => sum + score, 0),
    maxScore: submissions.reduce((sum, { maxScore }) => sum + maxScore, 0),
  }
}
