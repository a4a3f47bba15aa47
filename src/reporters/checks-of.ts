import type { CheckReport, RunReport, SubmissionReport } from '../report/report.ts'

/** One check with everything around it: what flat formats list. */
export interface ListedCheck {
  readonly submission: SubmissionReport
  readonly check: CheckReport
  /** Which submission of the run, and which check of it, counted from 1: `2.1`. */
  readonly number: string
  /** For people, and different for every check of the run. */
  readonly name: string
}

/** Every check of a run, in order, under names that are unique. */
export function checksOf(report: RunReport): ListedCheck[] {
  const taken = new Map<string, number>()
  return report.submissions.flatMap((submission, index) =>
    submission.checks.map((check, position) => ({
      submission,
      check,
      number: `${index + 1}.${position + 1}`,
      name: unique(`${namePrefix(report, submission)}${check.title}`, taken),
    })),
  )
}

/** `alice: ex1: `, with only the parts that tell submissions of this run apart. */
function namePrefix(report: RunReport, { student, exercise }: SubmissionReport): string {
  const students = new Set(report.submissions.map((one) => one.student))
  const parts = [
    ...(students.size > 1 && student !== null ? [student] : []),
    ...(report.submissions.length > 1 ? [exercise] : []),
  ]
  return parts.map((part) => `${part}: `).join('')
}

/** The name, or the name with ` (2)` behind it where it was seen before. */
export function unique(name: string, taken: Map<string, number>): string {
  const times = (taken.get(name) ?? 0) + 1
  taken.set(name, times)
  return times === 1 ? name : unique(`${name} (${times})`, taken)
}
