import { withVisibility } from '../course/apply-policy.ts'
import type { SubmissionReport } from '../report/report.ts'
import type { Student } from './inventory.ts'
import type { Journal } from './journal.ts'
import type { Books } from './ledger/build-ledger.ts'
import type { GradeCell, GradeLine } from './ledger/ledger.ts'
import type { BatchResult } from './run-batch.ts'

/** The whole report of a result, now with who handed it in and where it lies. */
export function reportOf({ handed, entry }: BatchResult, journal: Pick<Journal, 'read'>) {
  const report = JSON.parse(journal.read(entry)) as SubmissionReport
  return { ...report, student: studentText(handed.student), file: handed.file.shown }
}

/** The same for one of the people whose it is, under the rules that hold for that person. */
export function reportOfCell(
  { result, adjustments, score, override }: GradeCell,
  { student, enrolled }: GradeLine,
  { read, books }: Pick<Journal, 'read'> & { readonly books: Books },
): SubmissionReport | undefined {
  if (result === undefined) return undefined
  const own = reportOf(result, { read })
  const rules = books.course?.rulesFor(own.exercise, enrolled).rules
  const checks = rules ? own.checks.map((check) => withVisibility(check, rules)) : own.checks
  const report = { ...own, checks, student: studentText(student) }
  const ruled = adjustments.length > 0 ? { adjustments } : {}
  const earned = report.score + adjustments.reduce((sum, one) => sum + one.score, 0)
  if (override === undefined) return { ...report, ...ruled, score: earned }
  const text = override.excused
    ? 'This exercise is excused.'
    : `Graded by hand${override.comment === '' ? '.' : `: ${override.comment}`}`
  const byHand = { id: 'by-hand' as const, text, score: score - earned }
  return { ...report, adjustments: [...adjustments, byHand], score }
}

/** `Jane Doe (4242)`, or the name alone where there is no id. */
export function studentText({ name, id }: Pick<Student, 'name' | 'id'>): string {
  return id === null || id === name ? name : `${name} (${id})`
}
