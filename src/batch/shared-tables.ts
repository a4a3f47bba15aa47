import { SpecError } from '../errors.ts'
import type { Exercise } from '../exercise/exercise.ts'
import type { FunctionTable, GradingServices } from '../grading/services.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { Problem, ToGrader } from './task.ts'

export type TableAnswer = (
  id: number,
  exercise: string,
  request: FunctionTable,
) => Promise<ToGrader>

/** Computes each table of a run once, and hands it out in memory that all threads share. */
export function sharedTables(
  exercises: readonly Exercise[],
  services: GradingServices,
): TableAnswer {
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]))
  const made = new Map<string, Promise<ReferenceTable>>()
  const tableOf = (id: string, request: FunctionTable) => {
    const key = JSON.stringify([id, request])
    const exercise = byId.get(id) as Exercise
    const table = made.get(key) ?? services.referenceTable(exercise, request).then(inSharedMemory)
    made.set(key, table)
    return table
  }
  return (id, exercise, request) =>
    tableOf(exercise, request).then(
      (table): ToGrader => ({ kind: 'table', id, table }),
      (error: Error): ToGrader => ({ kind: 'no-table', id, problem: problemOf(error) }),
    )
}

function problemOf(error: Error): Problem {
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
