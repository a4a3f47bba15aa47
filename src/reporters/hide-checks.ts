import { render, say } from '../messages/render.ts'
import type { Adjustment, CheckReport, RunReport, SubmissionReport } from '../report/report.ts'
import { statusOf, totalsOf } from '../report/totals.ts'
import { hideDependents } from './hidden-dependents.ts'

const UNTIL = {
  hidden: 'Its result is for the teaching staff.',
  'after-due-date': 'Its result is shown after the due date.',
  'after-published': 'Its result is shown when the grades are published.',
} as const

function isHidden(check: CheckReport): boolean {
  return check.visibility !== undefined && check.visibility !== 'visible'
}

/** The record in which whatever tells of a hidden check is as hidden as that check. */
export function hideWhatTells(report: RunReport): RunReport {
  return inEach(report, (submission) => ({
    ...submission,
    checks: hideDependents(submission.checks),
  }))
}

/**
 * The record as its student may read it: of a hidden check, and of all that tells of it, nothing is
 * left but that there is one, and points and verdicts speak of the other checks alone.
 */
export function hideChecks(report: RunReport): RunReport {
  return inEach(hideWhatTells(report), (submission) => {
    const shown = submission.checks.filter((check) => !isHidden(check))
    if (shown.length === submission.checks.length) return submission
    const checks = submission.checks.map((check, index) =>
      isHidden(check) ? placeholder(check, index) : withoutTheProof(check, submission.checks),
    )
    return { ...submission, ...addedUp(shown), checks, ...withoutPoints(submission) }
  })
}

/**
 * For formats that carry the grade, which the student sees at once: the points of all hidden checks
 * stand in one row, and say what the whole says without the others, and no more.
 */
export function mergeHiddenChecks(report: RunReport): RunReport {
  return inEach(hideWhatTells(report), (submission) => {
    const hidden = submission.checks.filter(isHidden)
    if (hidden.length === 0) return submission
    const shown = submission.checks.filter((check) => !isHidden(check))
    const checks = [...shown.map((check) => withoutTheProof(check, hidden)), ...merged(hidden)]
    return { ...submission, status: statusOf(checks), checks }
  })
}

/**
 * Without checks that came to no answer, through nobody's fault, and are worth nothing, such as a
 * proof that nothing decides: formats that know only pass and fail would show them as failed.
 */
export function withoutUndecided(report: RunReport): RunReport {
  return inEach(report, (submission) => ({
    ...submission,
    checks: submission.checks.filter(
      ({ kind, status, cause, maxScore }) =>
        status !== 'skipped' || cause !== undefined || maxScore > 0 || kind === 'adjustment',
    ),
  }))
}

function inEach(
  report: RunReport,
  change: (submission: SubmissionReport) => SubmissionReport,
): RunReport {
  const submissions = report.submissions.map(change)
  return { ...report, submissions, totals: totalsOf(submissions) }
}

function addedUp(checks: readonly CheckReport[]) {
  return {
    status: statusOf(checks),
    score: checks.reduce((sum, { score }) => sum + score, 0),
    maxScore: checks.reduce((sum, { maxScore }) => sum + maxScore, 0),
  }
}

/** What a rule takes is a share of all points: it would tell the points of the hidden checks. */
function withoutPoints({ adjustments }: SubmissionReport): Pick<SubmissionReport, 'adjustments'> {
  if (adjustments === undefined) return {}
  const told = adjustments.map(({ id, text, facts }): Adjustment => {
    return { id, text: facts ?? text, score: 0 }
  })
  return { adjustments: told }
}

/** That the formula is right all the same is the proof's to say. */
function withoutTheProof(check: CheckReport, all: readonly CheckReport[]): CheckReport {
  const { says, function: name } = check
  const proof = all.find((other) => other.kind === 'proof' && other.function === name)
  if (says?.id !== 'arithmetic.wrong' || proof === undefined || !isHidden(proof)) return check
  const plain = say('points.wrong', says.values)
  return { ...check, says: plain, message: render(plain) }
}

function placeholder({ visibility }: CheckReport, index: number): CheckReport {
  const until = visibility === undefined || visibility === 'visible' ? 'hidden' : visibility
  return {
    ...UNSAID,
    id: `hidden-${index + 1}`,
    title: `Hidden check ${index + 1}`,
    message: UNTIL[until],
    visibility: until,
  }
}

const UNSAID = {
  kind: 'hidden',
  status: 'skipped',
  score: 0,
  maxScore: 0,
  points: { tested: 0, failed: 0 },
  evidence: [],
} as const

/** No row where the checks are worth nothing: it would be a verdict without points. */
function merged(hidden: readonly CheckReport[]): CheckReport[] {
  const { score, maxScore } = addedUp(hidden)
  if (maxScore === 0) return []
  return [
    {
      ...UNSAID,
      id: 'hidden',
      title: hidden.length === 1 ? 'Hidden check' : `${hidden.length} hidden checks`,
      status: score === maxScore ? 'passed' : 'failed',
      score,
      maxScore,
      message: 'What was asked is for the teaching staff.',
      visibility: 'hidden',
    },
  ]
}
