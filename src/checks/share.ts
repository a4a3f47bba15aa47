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
    const wrong = new Set(
      spread.intervals.map(({ parameters }) => Object.values(parameters).join()),
    )
    return (sets - wrong.size) / sets
  }
  return 0
}

/** A wrong point that no table holds, beside so many points of one that are all right. */
interface Witness {
  readonly samples: ReferenceTable
  readonly tested: number
  readonly point: { readonly table: ReferenceTable; readonly index: number }
}

/** The same share, where a witness is one point more, and its parameters perhaps one set more. */
export function shareBesideWitness(
  rule: CheckSpec['partial'],
  { samples, tested, point }: Witness,
): number {
  if (rule === 'by-point') return tested / (tested + 1)
  if (rule === 'by-parameter') {
    const sets = new Set(Array.from(samples.low.keys(), (index) => parametersAt(samples, index)))
    sets.add(parametersAt(point.table, point.index))
    return (sets.size - 1) / sets.size
  }
  return 0
}

function parametersAt({ columns }: ReferenceTable, index: number): string {
  return columns
    .slice(1)
    .map((column) => column[index])
    .join()
}
