import type { Adjustment, CheckReport, RunReport } from '../report/report.ts'

const TITLES: Readonly<Record<Adjustment['id'], string>> = {
  late: 'Late',
  attempts: 'Attempts',
  average: 'Average',
  'by-hand': 'By hand',
}

/** A course's adjustments as rows among the checks, so that every format shows what it adds up. */
export function showAdjustments(report: RunReport): RunReport {
  const submissions = report.submissions.map((submission) => ({
    ...submission,
    checks: [...submission.checks, ...(submission.adjustments ?? []).map(row)],
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
