import type { SubmissionReport } from '../report/report.ts'
import type { Student } from './inventory.ts'
import type { Journal } from './journal.ts'
import type { BatchResult } from './run-batch.ts'

/** The whole report of a result, now with who handed it in and where it lies. */
export function reportOf({ handed, entry }: BatchResult, journal: Pick<Journal, 'read'>) {
  const report = JSON.parse(journal.read(entry)) as SubmissionReport
  return { ...report, student: studentText(handed.student), file: handed.file.shown }
}

/** `Jane Doe (4242)`, or the name alone where there is no id. */
export function studentText({ name, id }: Student): string {
  return id === null || id === name ? name : `${name} (${id})`
}
