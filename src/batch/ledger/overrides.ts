import { UsageError } from '../../errors.ts'
import { found, notOne } from '../people/match-file.ts'
import type { Enrolled, Roster } from '../people/roster.ts'
import type { CodePage } from '../table/codec.ts'
import { parseTable, type TableRow } from '../table/table.ts'

/** What a human decided of one person's grade for one exercise. */
export interface Override {
  /** As the file names the person. */
  readonly person: string
  readonly exercise: string
  /** Hundredths of a point; null where the points stay. */
  readonly points: number | null
  readonly comment: string
  readonly excused: boolean
  /** sha256 of the answer that was decided about; empty where there was none, null where not noted. */
  readonly answer: string | null
}

export interface Overrides {
  readonly file: string
  readonly list: readonly (Override & { readonly enrolled: Enrolled | undefined })[]
}

export const OVERRIDE_COLUMNS = [
  'person',
  'exercise',
  'points',
  'comment',
  'excused',
  'answer',
] as const

type Column = (typeof OVERRIDE_COLUMNS)[number]

export interface OverrideNames {
  readonly roster: Roster | undefined
  /** The id of an exercise by any of its names. */
  readonly idOf: (name: string) => string | undefined
  readonly page?: CodePage | undefined
}

/** @throws UsageError naming the line of what cannot be read */
export function parseOverrides(bytes: Buffer, file: string, names: OverrideNames): Overrides {
  const { rows } = parseTable(bytes, file, names.page)
  const [headings, ...lines] = rows
  const places = new Map(
    headings?.cells.map(({ text }, at) => [text.trim().toLowerCase(), at] as const),
  )
  for (const needed of ['person', 'exercise']) {
    if (places.has(needed)) continue
    throw new UsageError(
      `${file} lacks a column ${needed}`,
      `its first line names columns: ${OVERRIDE_COLUMNS.join(',')}`,
    )
  }
  const cellOf = (row: TableRow, column: Column) =>
    (row.cells[places.get(column) ?? -1]?.text.trim() ?? '').replace(/^'(?=[=+\-@|%])/, '')
  const list = lines
    .filter((row) => cellOf(row, 'person') !== '')
    .map((row) => overrideOf(row, (column) => cellOf(row, column), file, names))
  refuseTwice(list, file)
  return { file, list: list.map(({ line: _, ...one }) => one) }
}

const YES = /^(?:yes|y|true|1|x|ex|excused|ja|oui|sí|是)$/i
const NO = /^(?:|no|n|false|0|nein|non|否)$/i

type Listed = Overrides['list'][number] & { readonly line: number }

function overrideOf(
  { line }: TableRow,
  cell: (column: Column) => string,
  file: string,
  { roster, idOf }: OverrideNames,
): Listed {
  const problem = (what: string, advice?: string) =>
    new UsageError(`${file}, line ${line}: ${what}`, advice)
  const exercise = idOf(cell('exercise'))
  if (exercise === undefined) throw problem(`there is no exercise ${cell('exercise')}`)
  const points = cell('points') === '' ? null : Number(cell('points').replace(',', '.'))
  if (points !== null && !(points >= 0 && points < 1e6)) {
    throw problem(`${cell('points')} is no number of points`)
  }
  const excused = YES.test(cell('excused'))
  if (!excused && !NO.test(cell('excused'))) {
    throw problem(`excused is ${cell('excused')}: write yes, or nothing`)
  }
  const people = roster === undefined ? [] : found(cell('person'), roster.people)
  if (roster !== undefined && people.length !== 1) {
    throw problem(
      notOne(cell('person'), people),
      'name a person by an id, an e-mail address or the full name of the list',
    )
  }
  return {
    line,
    enrolled: people[0],
    person: cell('person'),
    exercise,
    points: points === null ? null : Math.round(points * 100),
    comment: cell('comment'),
    excused,
    answer: cell('answer') === '' ? null : cell('answer').replace(/^-$/, ''),
  }
}

function refuseTwice(list: readonly Listed[], file: string): void {
  const seen = new Map<string, Listed>()
  const people = new Map<Enrolled, number>()
  for (const one of list) {
    if (one.enrolled && !people.has(one.enrolled)) people.set(one.enrolled, people.size)
    const who = one.enrolled ? `#${people.get(one.enrolled)}` : one.person
    const key = JSON.stringify([who, one.exercise])
    const twin = seen.get(key)
    seen.set(key, one)
    if (twin === undefined) continue
    throw new UsageError(
      `${file}, lines ${twin.line} and ${one.line} both speak of ${one.person}, ${one.exercise}`,
      'keep one of them',
    )
  }
}
