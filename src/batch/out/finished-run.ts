import type { Exercise } from '../../exercise.ts'
import type { Inventory } from '../inventory.ts'
import type { Attendance, Enrolled } from '../roster.ts'
import type { BatchResult } from '../run-batch.ts'
import type { RunHeader } from '../task.ts'
import type { Entry } from '../verdict-lines.ts'

/** All that is known when grading has ended, on one machine or on many. */
export interface FinishedRun {
  readonly header: RunHeader
  /** By exercise, how many words and signs its starter has. */
  readonly starters?: ReadonlyMap<string, number>
  readonly exercises: readonly Exercise[]
  readonly inventory: Inventory
  /** In the order of the inventory; what was not judged is missing. */
  readonly results: readonly BatchResult[]
  readonly roster: readonly Enrolled[] | undefined
  readonly attendance: Attendance | undefined
  /** The SubmissionReport of an entry, as JSON. */
  readonly read: (entry: Entry) => string
}
