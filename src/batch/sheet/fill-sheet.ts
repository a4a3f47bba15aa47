import type { MessageId } from '../../messages/catalogue.ts'
import { say } from '../../messages/render.ts'
import type { Message } from '../../report/report.ts'
import type { GradeCell, GradeLine, Ledger } from '../ledger/ledger.ts'
import type { State } from '../ledger/state.ts'
import type { Identifier } from '../people/identifier.ts'
import type { Enrolled, Roster } from '../people/roster.ts'
import { whoseLookup } from '../people/whose.ts'
import { isEmpty, type TableRow, tableBytes } from '../table/table.ts'
import { type SheetColumns, TOTAL } from './columns.ts'
import { type Unit, unitOf } from './numbers.ts'

/** A grade sheet as a platform exported it, and which of its columns are to be filled. */
export interface SheetPlan {
  readonly roster: Roster
  readonly columns: SheetColumns
}

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
  const changes = new Map<TableRow, Map<number, string>>()
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
        else changes.set(row, cellsFor(line, row, plan, units))
      }
  }
  const filled = [...changes.values()].reduce((sum, cells) => sum + cells.size, 0)
  return {
    bytes: tableBytes(table, changes),
    filled,
    doubtful: twice.length > 0 || torn.length > 0,
    remarks: [
      ...scaled(plan, units, ledger),
      ...some('sheet.unnamed', unnamed),
      ...some('sheet.rowless', rowless(ledger, new Set(lines))),
      ...some('sheet.torn', torn),
      ...some('sheet.twice', twice),
      ...some('sheet.too-much', tooMuch(plan, lineOf)),
      ...some('sheet.locked', locked),
    ],
  }
}

/** By the place of a column. */
type Units = ReadonlyMap<number, Unit>

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
function tooMuch(plan: SheetPlan, lineOf: (person: Enrolled) => Row): string[] {
  if (plan.roster.platform !== 'moodle') return []
  return plan.roster.people.flatMap((person) => {
    const found = lineOf(person)
    const line = found === 'doubtful' ? undefined : found
    const over = [...plan.columns.keys()].some((exercise) => {
      const { score = 0, maxScore = 0 } =
        (exercise === TOTAL ? line?.total : line?.cells.get(exercise)) ?? {}
      return maxScore > 0 && score > maxScore
    })
    return over ? [person.name] : []
  })
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

function cellsFor(
  line: GradeLine,
  row: TableRow,
  { roster, columns }: SheetPlan,
  units: Units,
): Map<number, string> {
  const cells = new Map<number, string>()
  for (const [exercise, at] of columns) {
    const { most, write } = units.get(at) as Unit
    const text =
      exercise === TOTAL
        ? totalText(line, most(row), write)
        : cellText(line.cells.get(exercise), most(row), roster, write)
    if (text !== undefined) cells.set(at, text)
  }
  return cells
}

function cellText(
  cell: GradeCell | undefined,
  most: number | undefined,
  { platform }: Roster,
  write: (points: number) => string,
): string | undefined {
  if (cell === undefined) return undefined
  // Canvas alone has a word for it that it imports.
  if (cell.state === 'excused') return platform === 'canvas' ? 'EX' : undefined
  const byHand = cell.override?.points != null
  if (cell.state !== 'passed' && cell.state !== 'failed' && !byHand) return undefined
  return write(inUnits(cell.score, cell.maxScore, most))
}

function totalText(
  { cells, total }: GradeLine,
  most: number | undefined,
  write: (points: number) => string,
): string | undefined {
  const states = [...cells.values()].map(({ state, override }) =>
    override?.points != null ? 'passed' : state,
  )
  const open = states.some((state) => ['errored', 'set-aside', 'not-judged'].includes(state))
  const any = states.some((state) => state === 'passed' || state === 'failed')
  return open || !any ? undefined : write(inUnits(total.score, total.maxScore, most))
}

/** @param score hundredths of a point, out of `maxScore`; @param most what the sheet gives for all */
function inUnits(score: number, maxScore: number, most: number | undefined): number {
  if (most === undefined || maxScore === 0) return score / 100
  return (score * most) / maxScore
}

/** Where a column is worth something else than the exercise, whoever uploads it must know. */
function scaled({ roster, columns }: SheetPlan, units: Units, { lines }: Ledger): Message[] {
  const row = roster.people[0]?.rows[0]
  return [...columns].flatMap(([exercise, at]) => {
    const worth =
      exercise === TOTAL ? lines[0]?.total.maxScore : lines[0]?.cells.get(exercise)?.maxScore
    const most = units.get(at)?.most(row)
    if (worth === undefined || most === undefined || worth === most * 100) return []
    const heading = roster.table.rows[0]?.cells[at]?.text.trim() ?? ''
    return [say('sheet.scaled', { heading, worth: worth / 100, exercise, most })]
  })
}

/** `Grade can be changed: No`, right of Moodle's maximum. */
function isLocked(row: TableRow, { platform, columns }: Roster): boolean {
  const maximum = columns.get('maximum')
  if (platform !== 'moodle' || maximum === undefined || isEmpty(row)) return false
  const text = row.cells[maximum + 1]?.text.trim().toLowerCase() ?? ''
  return /^(?:no|nein|non|não|nee|nie|нет|否|不可以|不|いいえ|لا)$/.test(text)
}
