import type { Exercise } from '../exercise.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { FileFault } from '../source/decode-source.ts'
import type { FoundSubmission } from '../source/submission.ts'

/** One submission for one exercise. */
export interface GradingJob {
  readonly exercise: Exercise
  readonly submission: FoundSubmission | FileFault
  /** The file as the user named it, or the name that was looked for. */
  readonly file: string
  /** The file and the exercises as the user named them: the line that repeats a failure does too. */
  readonly asked?: readonly string[]
  readonly student: string | null
  readonly options: GradingOptions
}
