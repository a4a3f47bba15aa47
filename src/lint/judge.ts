import type { Exercise } from '../exercise.ts'
import { grade } from '../grade.ts'
import { readSubmission } from '../node/find-submission.ts'
import type { SubmissionReport } from '../report/report.ts'
import type { LintBench } from './bench.ts'

export interface JudgedFile {
  readonly path: string
  readonly shownAs: string
}

/** The report on a file, or on another text in its place. */
export async function judged(
  exercise: Exercise,
  { sandbox, services, options }: LintBench,
  { path, shownAs, text }: JudgedFile & { readonly text?: string },
): Promise<SubmissionReport> {
  const found = readSubmission(path, shownAs)
  const submission =
    text === undefined || found.kind === 'fault'
      ? found
      : { ...found, source: { ...found.source, text } }
  const session = sandbox.session()
  try {
    return await grade(
      { exercise, submission, file: shownAs, student: null, options },
      session,
      services,
    )
  } finally {
    await session.close()
  }
}

/** Whether some function takes or returns data, and is tried on lists of arguments. */
export function isOfData({ functions }: Exercise): boolean {
  return Object.values(functions).some(({ shape }) => shape === 'structured')
}
