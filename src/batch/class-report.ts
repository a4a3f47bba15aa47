import type { RunReport, SubmissionReport } from '../report/report.ts'
import { totalsOf } from '../report/totals.ts'
import type { GradeLine } from './ledger/ledger.ts'
import type { FinishedRun } from './out/finished-run.ts'
import { reportOfCell } from './student-report.ts'

/**
 * A class as one record for the reporters: everybody's work under the rules that hold for each, and
 * what is missing of those who are enrolled, so that nobody's silence looks like a pass.
 */
export function classReport(run: FinishedRun): RunReport {
  const submissions = run.ledger.lines.flatMap((line) => reportsOf(line, run))
  return { ...run.header, submissions, totals: totalsOf(submissions) }
}

function reportsOf(line: GradeLine, run: FinishedRun): SubmissionReport[] {
  return run.exercises.flatMap((exercise) => {
    const cell = line.cells.get(exercise.id)
    const told = cell !== undefined && (cell.result !== undefined || line.enrolled !== undefined)
    return told ? [reportOfCell(cell, line, run, exercise)] : []
  })
}
