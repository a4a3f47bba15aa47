import type { MessageId } from '../../messages/catalogue.ts'
import { say } from '../../messages/render.ts'
import type { Message } from '../../report/report.ts'
import type { GradeLine, Ledger } from '../ledger/ledger.ts'
import type { State } from '../ledger/state.ts'
import type { Identifier } from '../people/identifier.ts'
import type { Enrolled, Roster } from '../people/roster.ts'
import { whoseLookup } from '../people/whose.ts'
import { isEmpty, type TableRow, tableBytes } from '../table/table.ts'
import type { SheetPlan } from './columns.ts'
import { type FilledCell, filledCells } from './filled-cells.ts'
import { unitOf } from './numbers.ts'
import { scalings } from './scalings.ts'

export interface FilledSheet {
  readonly bytes: Buffer
  /** How many cells got a grade. */
  readonly filled: number
  /** Whether somebody's row was left as it was, since it is not certain whose it is. */
  readonly doubtful: boolean
  /** What whoever uploads it must know. */
  readonly remarks: readonly Message[]
}

/**
 * Fills in what is certain, and leaves every other byte as it is. Points are scaled to what the
 * sheet says a column is worth. Who handed nothing in, is in doubt or set aside keeps the old cell.
 */
export function fillSheet(plan: SheetPlan, ledger: Ledger, list: Roster): FilledSheet {
  const { table, people } = plan.roster
  const lineOf = lineLookup(ledger, list, plan.roster)
  const cells: FilledCell[] = []
  const units = new Map([...plan.columns.values()].map((at) => [at, unitOf(plan.roster, at)]))
  const unnamed: string[] = []
  const locked: string[] = []
  const twice: string[] = []
  const torn: string[] = []
  const lines = people.map(lineOf)
  const rivals = repeated(lines.filter((one) => one !== 'doubtful'))
  for (const [at, person] of people.entries()) {
    const line = lines[at]
    if (line === undefined) unnamed.push(person.name)
    else if (line === 'doubtful') torn.push(person.name)
    else if (rivals.has(line)) twice.push(person.name)
    else
      for (const row of person.rows) {
        if (isLocked(row, plan.roster)) locked.push(person.name)
        else cells.push(...filledCells(person.name, line, row, plan, units))
      }
  }
  return {
    bytes: tableBytes(table, byRow(cells)),
    filled: cells.length,
    doubtful: twice.length > 0 || torn.length > 0,
    remarks: [
      ...scalings(plan, cells),
      ...some('sheet.unnamed', unnamed),
      ...some('sheet.rowless', rowless(ledger, new Set(lines))),
      ...some('sheet.torn', torn),
      ...some('sheet.twice', twice),
      ...some('sheet.too-much', tooMuch(plan, cells)),
      ...some('sheet.locked', locked),
    ],
  }
}

function byRow(cells: readonly FilledCell[]): Map<TableRow, Map<number, string>> {
  const rows = new Map<TableRow, Map<number, string>>()
  for (const { row, at, text } of cells) {
    rows.set(row, (rows.get(row) ?? new Map<number, string>()).set(at, text))
  }
  return rows
}

function repeated<T>(items: readonly T[]): ReadonlySet<T> {
  const seen = new Set<T>()
  return new Set(items.filter((one) => seen.has(one) || !seen.add(one)))
}

/** Who has a grade that no row of the sheet takes. */
function rowless({ lines }: Ledger, rows: ReadonlySet<Row>): string[] {
  return lines.flatMap((line) => {
    const graded = [...line.cells.values()].some(({ state }) => GIVEN.includes(state))
    return line.enrolled !== undefined && graded && !rows.has(line) ? [line.student.name] : []
  })
}

const GIVEN: readonly State[] = ['passed', 'failed', 'excused']

/** Whose grade Moodle would drop without a word: it takes none above the maximum. */
function tooMuch({ roster }: SheetPlan, cells: readonly FilledCell[]): string[] {
  if (roster.platform !== 'moodle') return []
  const over = cells.filter(({ grade }) => grade && grade.score > grade.maxScore)
  return [...new Set(over.map(({ person }) => person))]
}

function some(id: MessageId, names: readonly string[]): Message[] {
  if (names.length === 0) return []
  return [say(id, { names: names.slice(0, 5).join(', '), more: names.length - 5 })]
}

/** Whose line a row of the sheet is for, if anybody's. */
type Row = GradeLine | 'doubtful' | undefined

/** The sheet's people are the list's, or are found in it like any others. */
function lineLookup({ lines }: Ledger, list: Roster, sheet: Roster) {
  const byPerson = new Map(
    lines.flatMap((one) => (one.enrolled ? [[one.enrolled, one]] : [])) as [Enrolled, GradeLine][],
  )
  if (list === sheet) return (person: Enrolled): Row => byPerson.get(person)
  const whose = whoseLookup(list.people)
  return (person: Enrolled): Row => {
    const found = whose([{ kind: 'people', members: [saidOf(person)] }])
    if (found.kind === 'doubtful') return 'doubtful'
    return found.kind === 'known' ? byPerson.get(found.people[0] as Enrolled) : undefined
  }
}

/** Who is called by an id alone has no name that could be another. */
function saidOf({ name, identifiers }: Enrolled): readonly Identifier[] {
  const isId = identifiers.some(({ value }) => value === name)
  return isId ? identifiers : [...identifiers, { kind: 'name', value: name }]
}

/** `Grade can be changed: No`, right of Moodle's maximum. */
function isLocked(row: TableRow, { platform, columns }: Roster): boolean {
  const maximum = columns.get('maximum')
  if (platform !== 'moodle' || maximum === undefined || isEmpty(row)) return false
  const text = row.cells[maximum + 1]?.text.trim().toLowerCase() ?? ''
  return /^(?:no|nein|non|não|nee|nie|нет|否|不可以|不|いいえ|لا)$/.test(text)
}
