import type { Exercise } from '../../exercise.ts'
import type { Inventory } from '../inventory.ts'
import type { Books } from '../ledger/build-ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { CodeFile } from '../likeness/evidence.ts'
import type { BatchResult } from '../run-batch.ts'
import type { SheetPlan } from '../sheet/columns.ts'
import type { FilledSheet } from '../sheet/fill-sheet.ts'
import type { RunHeader } from '../task.ts'
import type { Entry } from '../verdict-lines.ts'

/** All that is known when grading has ended, on one machine or on many. */
export interface FinishedRun {
  readonly header: RunHeader
  /** Of the program's files. */
  readonly tool: string
  /** By exercise, what its starter is recognised by. */
  readonly starters?: ReadonlyMap<string, ReadonlySet<number>>
  readonly exercises: readonly Exercise[]
  readonly inventory: Inventory
  /** In the order of the inventory; what was not judged is missing. */
  readonly results: readonly BatchResult[]
  readonly books: Books & { readonly sheet?: SheetPlan | undefined }
  readonly ledger: Ledger
  readonly sheet: FilledSheet | undefined
  /** The files of an answer as it was judged; undefined where they are not to be had any more. */
  readonly codeOf: (result: BatchResult) => Promise<readonly CodeFile[] | undefined>
  /** The SubmissionReport of an entry, as JSON. */
  readonly read: (entry: Entry) => string
}

/** An interrupt left something out. */
export function isWhole({ inventory, results }: FinishedRun): boolean {
  return results.length === inventory.handed.length
}
