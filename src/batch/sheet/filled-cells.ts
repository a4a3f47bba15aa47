import type { GradeCell, GradeLine } from '../ledger/ledger.ts'
import type { Roster } from '../people/roster.ts'
import type { TableRow } from '../table/table.ts'
import { type SheetPlan, TOTAL } from './columns.ts'
import type { Unit } from './numbers.ts'

/** A cell of the sheet with what is written into it. */
export interface FilledCell {
  /** As the sheet calls whose row it is. */
  readonly person: string
  readonly row: TableRow
  /** The place of its column. */
  readonly at: number
  readonly text: string
  /** What is said by points. */
  readonly grade?: Grade
  /** Points that the sheet gives for all of it, where it says so. */
  readonly most?: number | undefined
}

/** By the place of a column. */
type Units = ReadonlyMap<number, Unit>

/** The cells of one row that get something; all others keep what they hold. */
export function filledCells(
  person: string,
  line: GradeLine,
  row: TableRow,
  { roster, columns }: SheetPlan,
  units: Units,
): FilledCell[] {
  return [...columns].flatMap(([exercise, at]): FilledCell[] => {
    const grade = exercise === TOTAL ? totalGrade(line) : gradeOf(line.cells.get(exercise), roster)
    if (grade === undefined) return []
    if (typeof grade === 'string') return [{ person, row, at, text: grade }]
    const unit = units.get(at) as Unit
    const most = unit.most(row)
    const text = unit.write(inUnits(grade, most))
    return [{ person, row, at, text, grade, most }]
  })
}

/** Hundredths of a point, and how many of them there are. */
type Grade = Pick<GradeCell, 'score' | 'maxScore'>

function gradeOf(cell: GradeCell | undefined, { platform }: Roster): Grade | string | undefined {
  if (cell === undefined) return undefined
  // Canvas alone has a word for it that it imports.
  if (cell.state === 'excused') return platform === 'canvas' ? 'EX' : undefined
  return isGraded(cell) ? cell : undefined
}

/** Nothing while some of it is open, or where none of it was graded. */
function totalGrade({ cells, total }: GradeLine): Grade | undefined {
  const counted = [...cells.values()].filter(({ state }) => state !== 'excused')
  const open = counted.some((cell) => !isGraded(cell) && cell.state !== 'missing')
  return open || !counted.some(isGraded) ? undefined : total
}

function isGraded({ state, override }: GradeCell): boolean {
  return state === 'passed' || state === 'failed' || override?.points != null
}

function inUnits({ score, maxScore }: Grade, most: number | undefined): number {
  if (most === undefined || maxScore === 0) return score / 100
  return (score * most) / maxScore
}
