import { say } from '../../messages/render.ts'
import type { Message } from '../../report/report.ts'
import { type SheetPlan, TOTAL } from './columns.ts'
import type { FilledCell } from './filled-cells.ts'

/**
 * What whoever uploads the sheet must know of cells in which points are worth something else than in
 * their exercise. A total may be worth less to some, of whom something is excused or dropped.
 */
export function scalings(plan: SheetPlan, cells: readonly FilledCell[]): Message[] {
  return [...plan.columns].flatMap(([exercise, at]) => {
    const heading = plan.roster.table.rows[0]?.cells[at]?.text.trim() ?? ''
    const graded = cells.filter((cell) => cell.at === at && cell.grade !== undefined)
    return inGroups(graded.filter(isScaled)).map((group) => {
      const [{ grade, most = 0 }] = group
      const worth = (grade?.maxScore ?? 0) / 100
      const facts = { heading, exercise, total: exercise === TOTAL, worth, most }
      return say('sheet.scaled', { ...facts, ...ofWhom(group, graded) })
    })
  })
}

function isScaled({ grade, most }: FilledCell): boolean {
  const worth = (grade?.maxScore ?? 0) / 100
  return most !== undefined && worth > 0 && worth !== most
}

type Group = readonly [FilledCell, ...FilledCell[]]

/** Those that are scaled alike; the largest group first. */
function inGroups(cells: readonly FilledCell[]): Group[] {
  const groups = new Map<string, [FilledCell, ...FilledCell[]]>()
  for (const cell of cells) {
    const key = `${cell.grade?.maxScore} ${cell.most}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [cell])
    else group.push(cell)
  }
  return [...groups.values()].sort((one, other) => other.length - one.length)
}

/** Everybody needs no names. */
function ofWhom(group: Group, graded: readonly FilledCell[]) {
  if (group.length === graded.length) return { names: '', more: 0 }
  const names = [...new Set(group.map(({ person }) => person))]
  return { names: names.slice(0, 5).join(', '), more: names.length - 5 }
}
