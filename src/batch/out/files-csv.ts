import { csvRow } from '../../reporters/escape-csv.ts'
import { type HandedTwice, handedTwice } from '../handed-twice.ts'
import { byCodeUnits } from '../walk.ts'
import type { FinishedRun } from './finished-run.ts'

/** What became of every file of the input: judged, unreadable or ignored, each with its reason. */
export function filesCsv({ inventory, results, roster }: FinishedRun): string {
  const uncounted = uncountedFiles(handedTwice(results, roster))
  const done = new Map(results.map((result) => [result.handed.file.shown, result]))
  const handed = inventory.handed.map(({ file, student, exercise }) => {
    const result = done.get(file.shown)
    const outcome =
      result === undefined
        ? 'not judged'
        : result.unreadable === undefined
          ? 'judged'
          : 'unreadable'
    const reason = [result?.unreadable, uncounted.get(file.shown)].flatMap((one) => one ?? [])
    return [file.shown, outcome, student.name, exercise, reason.join('; ') || null]
  })
  const ignored = inventory.ignored.map(({ file, reason }) => [file, 'ignored', null, null, reason])
  const rows = [...handed, ...ignored].sort((one, other) =>
    byCodeUnits(String(one[0]), String(other[0])),
  )
  return [['file', 'outcome', 'student', 'exercise', 'reason'], ...rows].map(csvRow).join('')
}

/** Why a verdict is not the one in the table of grades. */
function uncountedFiles(twice: readonly HandedTwice[]): Map<string, string> {
  return new Map(
    twice.flatMap(({ person, exercise, counted, others }) => {
      const reason = `not in grades.csv: for ${exercise} by ${person.name}, ${counted.handed.file.shown} counts`
      return others.map(({ handed }) => [handed.file.shown, reason] as const)
    }),
  )
}
