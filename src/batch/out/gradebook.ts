import type { FunctionCurve, GradebookInput } from '../../gradebook/gradebook.ts'
import { gradebookPage } from '../../gradebook/page.ts'
import { originText, packText } from '../../reporters/words.ts'
import { reportOf, studentText } from '../student-report.ts'
import { feedbackName } from './feedback-names.ts'
import type { FinishedRun } from './finished-run.ts'

/** The page over all of a run, for the teaching staff. */
export function gradebookOf(run: FinishedRun, feedbackEnding: string): string {
  const { header, exercises, results } = run
  const input: GradebookInput = {
    title: `Gradebook: ${results.length} submissions to ${exercises.map(({ id }) => id).join(', ')}`,
    origin: [originText(header), packText(header)].filter(Boolean).join('. '),
    exercises,
    ...(run.starters && { starters: run.starters }),
    submissions: results.map(({ handed, entry }) => ({
      student: studentText(handed.student),
      exercise: handed.exercise,
      late: handed.late,
      file: handed.file.shown,
      feedback: `students/${feedbackName(handed.student.key)}.${feedbackEnding}`,
      row: entry.row,
    })),
    curvesOf: (index) => curvesOf(run, index),
  }
  return gradebookPage(input)
}

function curvesOf(run: FinishedRun, index: number): FunctionCurve[] {
  const result = run.results[index]
  if (result === undefined) return []
  return reportOf(result, run).checks.flatMap((check) =>
    check.evidence.flatMap((item) =>
      item.kind === 'curve' && check.function !== undefined
        ? [{ function: check.function, curve: item }]
        : [],
    ),
  )
}
