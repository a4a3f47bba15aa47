import type { ListedCheck } from './checks-of.ts'
import { checksOf } from './checks-of.ts'
import { defineReporter } from './define-reporter.ts'
import { csvRow } from './escape-csv.ts'
import { pointsAsNumber } from './format-value.ts'

/** A cell of a spreadsheet holds 32,767 characters at most. */
const LONGEST = 30_000

const COLUMNS: Readonly<Record<string, (listed: ListedCheck) => string | number | null>> = {
  student: ({ submission }) => submission.student,
  exercise: ({ submission }) => submission.exercise,
  file: ({ submission }) => submission.file,
  check: ({ check }) => check.id,
  kind: ({ check }) => check.kind,
  function: ({ check }) => check.function ?? null,
  status: ({ check }) => check.status,
  cause: ({ check }) => check.cause ?? null,
  note: ({ check }) => check.note ?? null,
  score: ({ check }) => pointsAsNumber(check.score),
  max_score: ({ check }) => pointsAsNumber(check.maxScore),
  points_tested: ({ check }) => check.points.tested,
  points_failed: ({ check }) => check.points.failed,
  visibility: ({ check }) => check.visibility ?? 'visible',
  message: ({ check }) => check.message.slice(0, LONGEST),
}

export const reporter = defineReporter({
  name: 'csv',
  summary: 'One row for each check, for spreadsheets; hidden checks included.',
  audience: 'staff',
  render: (report) => {
    const columns = Object.values(COLUMNS)
    const rows = checksOf(report).map((listed) => csvRow(columns.map((cell) => cell(listed))))
    return csvRow(Object.keys(COLUMNS)) + rows.join('')
  },
})
