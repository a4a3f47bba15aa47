import type { Services } from '../grading/create-services.ts'
import type { ReferenceTable } from '../reference/table.ts'

/** Of an exercise with all its functions there are a dozen; a course asks for one after the other. */
const MOST = 128

/** Services that remember the tables they made: the same question is asked with every submission. */
export function keepingTables(services: Services): Services {
  const made = new Map<string, Promise<ReferenceTable>>()
  return {
    ...services,
    referenceTable: (exercise, request) => {
      const key = JSON.stringify([exercise.id, exercise.sha256, request])
      const table = made.get(key) ?? services.referenceTable(exercise, request)
      // What was asked for last goes last, and what nobody asked for longest goes first.
      made.delete(key)
      made.set(key, table)
      for (const oldest of made.keys()) {
        if (made.size <= MOST) break
        made.delete(oldest)
      }
      table.catch(() => made.delete(key))
      return table
    },
  }
}
