import { SpecError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import type { GradingServices } from '../grading/services.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { AnyTable, Problem, ToGrader, WantedTable } from './task.ts'

/** Whoever computes tables. */
export type TableServices = Pick<GradingServices, 'referenceTable' | 'trialTable'>

export type TableAnswer = (id: number, exercise: string, wanted: WantedTable) => Promise<ToGrader>

/** Computes each table of a run once; the numbers of the large ones lie in memory that all threads share. */
export function sharedTables(exercises: readonly Exercise[], services: TableServices): TableAnswer {
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]))
  const made = new Map<string, Promise<AnyTable>>()
  const tableOf = (id: string, wanted: WantedTable) => {
    const key = JSON.stringify([id, wanted])
    const table = made.get(key) ?? makeTable(byId.get(id) as Exercise, wanted, services)
    made.set(key, table)
    return table
  }
  return (id, exercise, wanted) =>
    tableOf(exercise, wanted).then(
      (table): ToGrader => ({ kind: 'table', id, table }),
      (error: Error): ToGrader => ({ kind: 'no-table', id, problem: problemOf(error) }),
    )
}

async function makeTable(
  exercise: Exercise,
  wanted: WantedTable,
  services: TableServices,
): Promise<AnyTable> {
  if (wanted.of === 'trials') return services.trialTable(exercise, wanted.request)
  return inSharedMemory(await services.referenceTable(exercise, wanted.request))
}

export function problemOf(error: Error): Problem {
  const { message } = error
  return error instanceof SpecError ? { message, problems: error.problems } : { message }
}

function inSharedMemory(table: ReferenceTable): ReferenceTable {
  return {
    ...table,
    columns: table.columns.map(shared),
    low: shared(table.low),
    high: shared(table.high),
    kink: shared(table.kink),
    orNaN: shared(table.orNaN),
    tensorflow: shared(table.tensorflow),
    disputed: shared(table.disputed),
  }
}

function shared<A extends Float64Array | Uint8Array>(array: A): A {
  const Kind = array.constructor as new (buffer: SharedArrayBuffer) => A
  const copy = new Kind(new SharedArrayBuffer(array.byteLength))
  copy.set(array)
  return copy
}
