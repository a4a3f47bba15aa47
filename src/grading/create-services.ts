import { proveProgram } from '../prover/prove-within.ts'
import { float64Table } from '../reference/float64-table.ts'
import { type ReferenceServices, referenceTable } from '../reference/reference.ts'
import type { TrialTable } from '../reference/trials/trial-table.ts'
import { trialTable } from '../reference/trials/trials.ts'
import type { BackendReport } from '../report/report.ts'
import type { GradingServices } from './services.ts'

/** The services that grading needs, as a machine has them. */
export interface Services extends GradingServices {
  readonly backend: () => BackendReport
  /** The same with its engine, for those who load or compare it. */
  readonly tensorflow: ReferenceServices['backend']
  readonly cacheFolder: string | undefined
}

export function createServices(reference: ReferenceServices): Services {
  return {
    backend: reference.backend.report,
    tensorflow: reference.backend,
    cacheFolder: reference.cache.folder,
    referenceTable: (exercise, { rows, ...request }) =>
      referenceTable(
        exercise,
        { ...request, exercise: exercise.id, specSha256: exercise.sha256, extra: rows },
        reference,
      ),
    trialTable: eachOnce(reference),
    referenceAt: float64Table,
    prove: proveProgram,
  }
}

/** Small tables that are asked for again with every submission. */
function eachOnce(reference: ReferenceServices): GradingServices['trialTable'] {
  const made = new Map<string, Promise<TrialTable>>()
  return (exercise, request) => {
    const key = JSON.stringify([exercise.id, exercise.sha256, request])
    const table = made.get(key) ?? trialTable(exercise, request, reference)
    made.set(key, table)
    return table
  }
}
