import type { CheckSpec } from '../exercise.ts'
import { parameterRows } from '../reference/parameter-rows.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { Spread } from '../report/report.ts'

/** The share of a failed check's points that is earned all the same, by the exercise's rule. */
export function earnedShare(
  rule: CheckSpec['partial'],
  table: ReferenceTable,
  spread: Spread,
): number {
  if (rule === 'by-point') return (spread.tested - spread.failed) / spread.tested
  if (rule === 'by-parameter') {
    const sets = new Set(parameterRows(table)).size
    return (sets - spread.intervals.length) / sets
  }
  return 0
}
