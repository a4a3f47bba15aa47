import type { Exercise } from '../exercise.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { FoundSubmission } from '../source/find-submission.ts'
import type { FileFault } from '../source/read-source.ts'

/** One submission for one exercise. */
export interface GradingJob {
  readonly exercise: Exercise
  readonly submission: FoundSubmission | FileFault
  /** The file as the user named it, or the name that was looked for. */
  readonly file: string
  /** Set where the user named the file: the line that repeats a failure names it too. */
  readonly asked?: string
  readonly student: string | null
  readonly options: GradingOptions
}
