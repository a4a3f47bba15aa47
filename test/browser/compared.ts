import type { RunReport } from '../../src/report/report.ts'

/** A record without what is another one in each run or on each machine: times, and what judged. */
export function comparable(report: RunReport): RunReport {
  return {
    ...report,
    node: '',
    backend: { ...report.backend, why: '' },
    startedAt: '',
    durationMs: 0,
    submissions: report.submissions.map((one) => ({ ...one, durationMs: 0 })),
  }
}

/** What does not depend on the last digit of a function of Math, which no two releases of V8 share. */
export function verdicts(report: RunReport): unknown {
  const { submissions, totals } = report
  return {
    totals,
    submissions: submissions.map(({ exercise, status, score, checks }) => ({
      ...{ exercise, status, score },
      checks: checks.map(({ id, status, cause, score, points, note, says, evidence }) => ({
        ...{ id, status, cause, score, points, note },
        says: says?.id,
        evidence: evidence.map(({ kind }) => kind),
      })),
    })),
  }
}
