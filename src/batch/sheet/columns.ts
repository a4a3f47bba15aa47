import { UsageError } from '../../errors.ts'
import { didYouMean } from '../../text/near-names.ts'
import type { Roster } from '../people/roster.ts'
import type { TableRow } from '../table/table.ts'
import { gradesIn } from './numbers.ts'

/** Stands for a person's total in `--column total="HW1"`. */
export const TOTAL = 'total'

/** By exercise, or `total`, the place of the column that it fills. */
export type SheetColumns = ReadonlyMap<string, number>

/** A grade sheet as a platform exported it, and which of its columns are to be filled. */
export interface SheetPlan {
  readonly roster: Roster
  readonly columns: SheetColumns
}

export interface ColumnNames {
  /** The exercises that are judged. */
  readonly exercises: readonly string[]
  readonly idOf: (name: string) => string | undefined
}

/**
 * Reads `ex1=HW1 (123)` and finds the column of that heading. Moodle's worksheet has one column for
 * grades, which needs no name where one exercise is judged.
 * @throws UsageError where a column is not there, is there twice, or takes no grades
 */
export function sheetColumns(
  wanted: readonly string[],
  sheet: Roster,
  names: ColumnNames,
): SheetColumns {
  const columns = new Map<string, number>()
  for (const text of wanted) {
    const { exercise, heading } = parsed(text, names)
    const at = columnCalled(heading, sheet)
    const other = [...columns].find(([, place]) => place === at)
    if (columns.has(exercise)) throw new UsageError(`--column names two columns for ${exercise}`)
    if (other) {
      throw new UsageError(`--column gives ${heading} to ${other[0]} and to ${exercise}`)
    }
    columns.set(exercise, at)
  }
  const only = gradeColumn(sheet)
  const [exercise, ...others] = names.exercises
  if (columns.size === 0 && only !== undefined && exercise !== undefined && others.length === 0) {
    columns.set(exercise, only)
  }
  for (const at of columns.values()) refuseWords(at, sheet)
  if (columns.size > 0) return columns
  if (choices(sheet).length === 0) {
    throw new UsageError(
      `${sheet.table.file} has no column for grades`,
      'export it with the assignment; as a class list alone it is --roster',
    )
  }
  const example = `--column ${exercise ?? 'ex1'}="${choices(sheet)[0] ?? 'HW1'}"`
  throw new UsageError(
    `which column of ${sheet.table.file} is for which exercise?`,
    `say it for each, such as ${example}; columns: ${choices(sheet).join(', ')}`,
  )
}

function parsed(text: string, { exercises, idOf }: ColumnNames) {
  const at = text.indexOf('=')
  const name = text.slice(0, Math.max(0, at)).trim()
  const exercise = name === TOTAL ? TOTAL : idOf(name)
  const heading = text.slice(at + 1).trim()
  if (at < 1 || heading === '') {
    throw new UsageError(`--column takes exercise="heading", not ${text}`)
  }
  if (exercise === undefined) {
    const near = didYouMean(name, [...exercises, TOTAL])
    throw new UsageError(`--column ${text}: there is no exercise ${name}`, near)
  }
  if (exercise !== TOTAL && !exercises.includes(exercise)) {
    throw new UsageError(`--column ${text}: ${exercise} is not judged by this run`)
  }
  return { exercise, heading }
}

/** By its whole heading, or by its beginning before Canvas's or Blackboard's number. */
function columnCalled(heading: string, sheet: Roster): number {
  const headings = headingsOf(sheet)
  const wanted = plain(heading)
  const whole = places(headings, (text) => plain(text) === wanted)
  const short = places(headings, (text) => plain(withoutNumber(text)) === wanted)
  const found = whole.length > 0 ? whole : short
  const { file } = sheet.table
  const [at, ...others] = found
  if (at === undefined) {
    const near = didYouMean(heading, headings) ?? `its columns: ${choices(sheet).join(', ')}`
    throw new UsageError(`${file} has no column ${heading}`, near)
  }
  if (others.length > 0) {
    throw new UsageError(
      `${file} has ${found.length} columns ${heading}`,
      `name one whole: ${found.map((place) => headings[place]).join(', ')}`,
    )
  }
  if (isOfPeople(at, sheet) || isReadOnly(at, sheet)) {
    throw new UsageError(
      `${headings[at]} in ${file} takes no grades`,
      `columns for grades: ${choices(sheet).join(', ')}`,
    )
  }
  return at
}

/** Points would be lost in a column whose grades are letters, or the words of a scale of Moodle. */
function refuseWords(at: number, sheet: Roster): void {
  const { table, platform, columns } = sheet
  const grades = gradesIn(sheet, at)
  const letters = grades.length > 0 && grades.every((text) => /^[A-F][+\-−]?$/i.test(text))
  // Moodle writes the words of a scale where a maximum would stand.
  const words = new Set(gradesIn(sheet, at + 1))
  const isScale = platform === 'moodle' && !columns.has('maximum') && at === columns.get('grade')
  const scale = isScale && words.size === 1 && [...words].some((text) => text.includes(','))
  if (!letters && !scale) return
  throw new UsageError(
    `${headingsOf(sheet)[at]} in ${table.file} is graded by ${letters ? 'letters' : 'a scale'}, not by points`,
    letters
      ? 'name a column for points by --column'
      : 'let Moodle grade the assignment by points, and export the worksheet again',
  )
}

function places(headings: readonly string[], fits: (text: string) => boolean): number[] {
  return headings.flatMap((text, at) => (fits(text) ? [at] : []))
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** `HW1 (123)` and `HW1 [Total Pts: 10 Score] |456`. */
function withoutNumber(text: string): string {
  return text.replace(/\s*(?:\(\d+\)|\[Total Pts: [^\]]*\] ?\|?\d*)\s*$/i, '')
}

function headingsOf({ table }: Roster): string[] {
  return (table.rows[0] as TableRow).cells.map(({ text }) => text.trim())
}

function isOfPeople(at: number, { columns }: Roster): boolean {
  return [...columns].some(([kind, place]) => place === at && kind !== 'grade')
}

/** What Canvas computes itself and never imports: by its heading, wherever these words stand in it. */
const COMPUTED = /(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)/

/** What Gradescope tells of an assignment beside its points. */
const BESIDE = / - (?:Max Points|Submission Time|Lateness \(H:M:S\))\s*$|^Total Lateness/

/** Canvas marks other columns that it does not import in the line of points. */
function isReadOnly(at: number, { table, platform }: Roster): boolean {
  const heading = table.rows[0]?.cells[at]?.text ?? ''
  if (platform === 'gradescope') return BESIDE.test(heading)
  if (platform !== 'canvas') return false
  const below = table.rows.slice(1, 4).map(({ cells }) => cells[at]?.text ?? '')
  return below.some((text) => /read\s+only/.test(text)) || COMPUTED.test(heading)
}

function choices(sheet: Roster): string[] {
  return headingsOf(sheet).filter(
    (text, at) => text !== '' && !isOfPeople(at, sheet) && !isReadOnly(at, sheet),
  )
}

/** Of Moodle's worksheet: left of the maximum, whatever the language calls it. */
function gradeColumn({ platform, columns }: Roster): number | undefined {
  if (platform !== 'moodle') return undefined
  const maximum = columns.get('maximum')
  return columns.get('grade') ?? (maximum === undefined ? undefined : maximum - 1)
}
