import type { CheckSpec } from '../exercise/exercise.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { Spread } from '../report.ts'

/** The share of a failed check's points that is earned all the same, by the exercise's rule. */
export function earnedShare(
  rule: CheckSpec['partial'],
  table: ReferenceTable,
  spread: Spread,
): number {
  if (rule === 'by-point') return (spread.tested - spread.failed) / spread.tested
  if (rule === 'by-parameter') {
    const sets = parameterSets(table)
    return (sets - spread.intervals.length) / sets
  }
  return 0
}

function parameterSets(table: ReferenceTable): number {
  const sets = new Set<string>()
  for (let index = 0; index < table.low.length; index++) {
    sets.add(JSON.stringify(table.columns.slice(1).map((column) => column[index])))
  }
  return sets.size
}
