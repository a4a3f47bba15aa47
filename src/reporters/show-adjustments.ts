import type { Adjustment, CheckReport, RunReport, SubmissionReport } from '../report/report.ts'
import { mostHidden } from './hidden-dependents.ts'

const TITLES: Readonly<Record<Adjustment['id'], string>> = {
  late: 'Late',
  attempts: 'Attempts',
  average: 'Average',
  'set-aside': 'Set aside',
  'by-hand': 'By hand',
}

/** A course's adjustments as rows among the checks, so that every format shows what it adds up. */
export function showAdjustments(report: RunReport): RunReport {
  return withRows(report, ({ adjustments = [] }) => adjustments.map(row))
}

/**
 * The same for formats in which each row has a visibility: what a rule takes is a share of all points
 * and tells those of the hidden checks, so the points stand in a row that is as hidden as they are.
 */
export function showAdjustmentsApart(report: RunReport): RunReport {
  return withRows(report, ({ adjustments = [], checks }) => {
    const visibility = mostHidden(checks)
    if (visibility === 'visible') return adjustments.map(row)
    return adjustments.flatMap((one) => [
      row({ ...one, text: one.facts ?? one.text, score: 0 }),
      {
        ...row(one),
        id: `adjustment/${one.id}/points`,
        title: `${TITLES[one.id]}: points`,
        visibility,
      },
    ])
  })
}

function withRows(
  report: RunReport,
  rowsOf: (submission: SubmissionReport) => readonly CheckReport[],
): RunReport {
  const submissions = report.submissions.map((submission) => ({
    ...submission,
    checks: [...submission.checks, ...rowsOf(submission)],
  }))
  return { ...report, submissions }
}

function row({ id, text, score }: Adjustment): CheckReport {
  return {
    id: `adjustment/${id}`,
    kind: 'adjustment',
    title: TITLES[id],
    status: 'skipped',
    score,
    maxScore: 0,
    message: text,
    points: { tested: 0, failed: 0 },
    evidence: [],
  }
}
