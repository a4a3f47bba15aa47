import type { RunReport, SubmissionReport } from '../report/report.ts'
import { totalsOf } from '../report/totals.ts'
import type { GradeCell, GradeLine } from './ledger/ledger.ts'
import type { FinishedRun } from './out/finished-run.ts'
import { reportOfCell } from './student-report.ts'

/**
 * A class as one record for the reporters: the rows of the table of grades, everybody's work under
 * the rules that hold for each and what is missing of it, so that nobody's silence looks like a pass.
 */
export function classReport(run: FinishedRun): RunReport {
  const submissions = run.ledger.lines.flatMap((line) => reportsOf(line, run))
  return { ...run.header, submissions, totals: totalsOf(submissions) }
}

function reportsOf(line: GradeLine, run: FinishedRun): SubmissionReport[] {
  return run.exercises.map((exercise) =>
    reportOfCell(line.cells.get(exercise.id) as GradeCell, line, run, exercise),
  )
}
