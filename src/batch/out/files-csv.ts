import { csvRow } from '../../reporters/escape-csv.ts'
import { byCodeUnits } from '../walk.ts'
import type { FinishedRun } from './finished-run.ts'

/** What became of every file of the input: judged, unreadable or ignored, each with its reason. */
export function filesCsv({ inventory, results }: FinishedRun): string {
  const done = new Map(results.map((result) => [result.handed.file.shown, result]))
  const handed = inventory.handed.map(({ file, student, exercise }) => {
    const result = done.get(file.shown)
    const outcome =
      result === undefined
        ? 'not judged'
        : result.unreadable === undefined
          ? 'judged'
          : 'unreadable'
    return [file.shown, outcome, student.name, exercise, result?.unreadable ?? null]
  })
  const ignored = inventory.ignored.map(({ file, reason }) => [file, 'ignored', null, null, reason])
  const rows = [...handed, ...ignored].sort((one, other) =>
    byCodeUnits(String(one[0]), String(other[0])),
  )
  return [['file', 'outcome', 'student', 'exercise', 'reason'], ...rows].map(csvRow).join('')
}
