import type { Exercise } from '../exercise.ts'
import type { ReferenceTable, TableRequest } from './table.ts'
import type { TrialRequest, TrialTable } from './trials/trial-table.ts'

/** Reference tables that outlive the process. Reading and writing never fail: a cache may be absent. */
export interface TableCache {
  /** Where the files are; undefined where there are none. */
  readonly folder?: string
  readonly read: (
    request: TableRequest,
    backend: ReferenceTable['backend'],
  ) => Promise<ReferenceTable | undefined>
  readonly write: (
    request: TableRequest,
    backend: ReferenceTable['backend'],
    table: ReferenceTable,
  ) => Promise<void>
  readonly readTrials: (
    trials: AskedTrials,
    backend: ReferenceTable['backend'],
  ) => Promise<TrialTable | undefined>
  readonly writeTrials: (
    trials: AskedTrials,
    backend: ReferenceTable['backend'],
    table: TrialTable,
  ) => Promise<void>
}

export interface AskedTrials {
  readonly exercise: Exercise
  readonly request: TrialRequest
}

export const NO_CACHE: TableCache = {
  read: async () => undefined,
  write: async () => {},
  readTrials: async () => undefined,
  writeTrials: async () => {},
}
