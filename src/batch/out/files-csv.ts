import { byCodeUnits } from '../walk.ts'
import { csvTable } from './csv-table.ts'
import type { FinishedRun } from './finished-run.ts'

/** What became of every file of the input: judged, unreadable or ignored, each with its reason. */
export function filesCsv({
  inventory,
  results,
  ledger,
}: Pick<FinishedRun, 'inventory' | 'results' | 'ledger'>): string {
  const doubts = new Map(ledger.doubts.map(({ file, why }) => [file, `in doubt: ${why}`]))
  const done = new Map(results.map((result) => [result.handed.file.shown, result]))
  const handed = inventory.handed.map(({ file, student, exercise }) => {
    const result = done.get(file.shown)
    const outcome =
      result === undefined
        ? 'not judged'
        : result.unreadable === undefined
          ? 'judged'
          : 'unreadable'
    const reason = [result?.unreadable, doubts.get(file.shown)].flatMap((one) => one ?? [])
    return [file.shown, outcome, student.name, exercise, reason.join('; ') || null]
  })
  const ignored = inventory.ignored.map(({ file, reason, student, exercises }) => [
    file,
    'ignored',
    student?.name ?? null,
    exercises?.join(' ') ?? null,
    reason,
  ])
  const rows = [...handed, ...ignored].sort((one, other) =>
    byCodeUnits(String(one[0]), String(other[0])),
  )
  return csvTable([['file', 'outcome', 'student', 'exercise', 'reason'], ...rows])
}
