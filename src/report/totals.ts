import type { SubmissionReport, Totals } from './report.ts'

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
