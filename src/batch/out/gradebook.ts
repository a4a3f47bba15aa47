import type {
  Absent,
  FunctionCurve,
  GradebookInput,
  GradedSubmission,
} from '../../gradebook/gradebook.ts'
import { gradebookPage } from '../../gradebook/page.ts'
import { originText, packText } from '../../reporters/words.ts'
import type { GradeCell, GradeLine } from '../ledger/ledger.ts'
import type { BatchResult } from '../run-batch.ts'
import { reportOf, studentText } from '../student-report.ts'
import { feedbackName } from './feedback-names.ts'
import type { FinishedRun } from './finished-run.ts'

/** The page over all of a run, for the teaching staff: a row for each person and exercise. */
export function gradebookOf(run: FinishedRun, feedbackEnding: string): string {
  const { header, exercises, ledger } = run
  const rows = ledger.lines.flatMap((line) =>
    [...line.cells].map(([exercise, cell]) => ({ line, exercise, cell })),
  )
  const judged = rows.flatMap((row) =>
    row.cell.result === undefined ? [] : [{ ...row, result: row.cell.result }],
  )
  const input: GradebookInput = {
    title: `Gradebook: ${judged.length} submissions to ${exercises.map(({ id }) => id).join(', ')}`,
    origin: [originText(header), packText(header)].filter(Boolean).join('. '),
    exercises,
    ...(run.starters && { starters: run.starters }),
    submissions: judged.map((row) => graded(row, feedbackEnding)),
    absent: rows.filter(({ cell }) => cell.result === undefined).map(absent),
    curvesOf: (index) => curvesOf(run, judged[index]?.result),
  }
  return gradebookPage(input)
}

interface Judged {
  readonly line: GradeLine
  readonly exercise: string
  readonly cell: GradeCell
  readonly result: BatchResult
}

function graded({ line, exercise, cell, result }: Judged, ending: string): GradedSubmission {
  return {
    student: studentText(line.student),
    exercise,
    section: sectionOf(line),
    state: cell.state,
    score: cell.state === 'set-aside' ? result.entry.row.score : cell.score,
    why: cell.why.join('; '),
    late: result.handed.late,
    file: result.handed.file.shown,
    feedback: `students/${feedbackName(line.key)}.${ending}`,
    row: result.entry.row,
  }
}

function absent({ line, exercise, cell }: Omit<Judged, 'result'>): Absent {
  const { state, why } = cell
  const student = studentText(line.student)
  return { student, exercise, section: sectionOf(line), state, why: why.join('; ') }
}

function sectionOf({ enrolled }: GradeLine): string {
  return enrolled?.sections[0] ?? ''
}

function curvesOf(run: FinishedRun, result: BatchResult | undefined): FunctionCurve[] {
  if (result === undefined) return []
  return reportOf(result, run).checks.flatMap((check) =>
    check.evidence.flatMap((item) =>
      item.kind === 'curve' && check.function !== undefined
        ? [{ function: check.function, curve: item }]
        : [],
    ),
  )
}
