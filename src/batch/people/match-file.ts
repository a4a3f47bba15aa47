import { UsageError } from '../../errors.ts'
import { withoutUnseen } from '../../text/clean-text.ts'
import type { CodePage } from '../table/codec.ts'
import { parseTable, type TableRow } from '../table/table.ts'
import { canonical } from './identifier.ts'
import { type Enrolled, personText } from './roster.ts'
import { otherwiseDivided, spellings } from './same-name.ts'

/**
 * What a human said of a hand-in: whose it is, or that it is nobody's; where there is no class list,
 * that it counts for whom the download names.
 */
export type Decision = readonly Enrolled[] | 'nobody' | 'own'

export interface Matches {
  readonly file: string
  /** By a file of the input, or by a folder of it. */
  readonly decisions: ReadonlyMap<string, { readonly said: string; readonly decision: Decision }>
}

export const MATCH_COLUMNS = ['file', 'person', 'why', 'candidates'] as const

/** Reads what a human decided; rows without a person are open still. @throws UsageError */
export function parseMatches(
  bytes: Buffer,
  file: string,
  people: readonly Enrolled[] | undefined,
  page?: CodePage,
): Matches {
  const { rows } = parseTable(bytes, file, page)
  const headings = rows[0]?.cells.map(({ text }) => text.trim().toLowerCase()) ?? []
  const [files, persons] = [headings.indexOf('file'), headings.indexOf('person')]
  if (files < 0 || persons < 0) {
    throw new UsageError(
      `${file} lacks a column ${files < 0 ? 'file' : 'person'}`,
      `its first line must be ${MATCH_COLUMNS.join(',')}, as a run writes it to match.csv`,
    )
  }
  const decisions = new Map<string, { said: string; decision: Decision }>()
  for (const row of rows.slice(1)) {
    const name = textOf(row, files)
    const said = textOf(row, persons)
    if (name === '' || said === '') continue
    const decision = decide(said, people, file, row)
    decisions.set(name, { said, decision })
  }
  return { file, decisions }
}

function decide(
  said: string,
  people: readonly Enrolled[] | undefined,
  file: string,
  row: TableRow,
): Decision {
  if (said.toLowerCase() === 'nobody') return 'nobody'
  return people === undefined ? 'own' : peopleOf(said, people, file, row)
}

/** A text that starts like a formula was written with an apostrophe. */
function textOf({ cells }: TableRow, column: number): string {
  return (cells[column]?.text.trim() ?? '').replace(/^'(?=[\s'"]*[=+\-@＝＋－＠|%])/, '')
}

function peopleOf(said: string, people: readonly Enrolled[], file: string, row: TableRow) {
  const whole = found(said, people)
  const parts = whole.length > 0 ? [said] : said.split(/[;&]/).map((part) => part.trim())
  return parts.map((part) => {
    const [person, ...others] = found(part, people)
    if (person !== undefined && others.length === 0) return person
    throw new UsageError(
      `${file}, line ${row.line}: ${notOne(part, found(part, people))}`,
      'name a person by an id, an e-mail address or the full name of the list; or write nobody',
    )
  })
}

/**
 * By anything that the list says of somebody: this is a human's word, and names no kind. What is one
 * person's login and another's whole name means either of them; a name with its id, only one.
 */
export function found(said: string, people: readonly Enrolled[]): Enrolled[] {
  const value = plain(said)
  const whole = people.filter(
    (one) => personText(one) !== one.name && plain(personText(one)) === value,
  )
  if (whole.length > 0) return whole
  const exact = people.filter(
    ({ name, identifiers }) =>
      plain(name) === value ||
      identifiers.some((it) => canonical(it) === value || plain(it.value) === value),
  )
  if (exact.length > 0) return exact
  const wanted = spellings(said)
  return people.filter(
    ({ name }) =>
      [...spellings(name)].some((one) => wanted.has(one)) && !otherwiseDivided(said, name),
  )
}

function plain(text: string): string {
  return withoutUnseen(text).normalize('NFC').trim().toLowerCase()
}

/** What is wrong with a person whom nobody, or more than one, answers to. */
export function notOne(said: string, people: readonly Enrolled[]): string {
  if (people.length === 0) return `nobody on the list is ${said}`
  return `several on the list are ${said}: ${people.map(personText).join(', ')}`
}

/** What was decided of a file, also by a folder that it lies in. */
export function decisionOf({ decisions }: Matches, file: string): Decision | undefined {
  const own = decisions.get(file)
  if (own !== undefined) return own.decision
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
    const above = decisions.get(file.slice(0, end))
    if (above !== undefined) return above.decision
  }
  return undefined
}
