import { isLocalTime } from '../../course/clock.ts'
import { UsageError } from '../../errors.ts'
import type { CodePage } from '../table/codec.ts'
import { isEmpty, parseTable, type Table, type TableRow } from '../table/table.ts'
import { type GroupPart, type GroupsOfCell, groupReader } from './groups.ts'
import { type Heading, headingOf } from './headings.ts'
import { canonical, type Identifier, type IdentifierKind } from './identifier.ts'
import { spellings } from './same-name.ts'
import { sectionReader } from './sections.ts'

/** Somebody who is enrolled, by everything that a download may use. */
export interface Enrolled {
  readonly name: string
  readonly identifiers: readonly Identifier[]
  readonly sections: readonly string[]
  /** The cells that they were read from. */
  readonly sectionTexts: readonly string[]
  readonly groups: readonly string[]
  /** Groups that a cell may speak of as well. */
  readonly groupParts: readonly GroupPart[]
  /** When the platform received the work, where the list says so: ISO 8601, UTC. */
  readonly receivedAt?: string
  /** The rows of the list that name this person. */
  readonly rows: readonly TableRow[]
}

/** Whose list it is: its headings tell. */
type Platform = 'canvas' | 'moodle' | 'gradescope' | 'blackboard' | 'spreadsheet'

export interface Roster {
  readonly table: Table
  readonly platform: Platform
  readonly columns: Columns
  readonly people: readonly Enrolled[]
}

type Columns = ReadonlyMap<Heading, number>

/**
 * Reads a class list: Canvas's gradebook, Moodle's grading worksheet in any language, Gradescope's
 * or Blackboard's list, or any table with a column such as name, id, email or username.
 * @throws UsageError
 */
export function parseRoster(bytes: Buffer, file: string, page?: CodePage): Roster {
  const table = parseTable(bytes, file, page)
  const columns = columnsOf(table)
  const platform = platformOf(table, columns)
  if (!NAMING.some((one) => columns.has(one))) {
    throw new UsageError(
      `${file} has no column that names a student`,
      table.codec.guessed
        ? `its first line must name columns, such as name, id, email, username; it was read as ${table.codec.name}: --encoding names another code page`
        : 'its first line must name columns, such as name, id, email, username',
    )
  }
  const textsOf = (heading: Heading) =>
    table.rows.slice(1).map((row) => cellOf(row, columns, heading))
  const sectionsOf = sectionReader(textsOf('section'), platform === 'canvas')
  const groupsOf = groupReader(textsOf('group'))
  const found = table.rows
    .slice(1)
    .flatMap((row) => enrolledOf(row, { columns, platform, sectionsOf, groupsOf }) ?? [])
  return { table, platform, columns, people: merged(found) }
}

const NAMING: readonly Heading[] = [
  'name',
  'first',
  'last',
  'identifier',
  'id',
  'number',
  'email',
  'login',
]

function columnsOf({ rows }: Table): Columns {
  const columns = new Map<Heading, number>()
  for (const [at, { text }] of (rows[0] as TableRow).cells.entries()) {
    const heading = headingOf(text)
    if (heading !== undefined && !columns.has(heading)) columns.set(heading, at)
  }
  if (!columns.has('identifier') && numbered(rows)) {
    // Some languages call it by a word that elsewhere means another number.
    for (const [heading, at] of columns) if (at === 0) columns.delete(heading)
    columns.set('identifier', 0)
  }
  // In Moodle's worksheet the full name stands behind the identifier, whatever it is called; where
  // logins stand there, as in a classroom on GitHub, people are called by the identifier.
  // Where marking is blind, no name stands there, but how far the work has come.
  if (columns.get('identifier') === 0 && !columns.has('name') && !columns.has('last')) {
    columns.set('name', columns.get('login') === 1 || isBlind(rows, columns) ? 0 : 1)
  }
  const filledIn = rows.slice(1).filter((row) => !isEmpty(row))
  const holding = (fits: (texts: readonly string[]) => boolean) =>
    (rows[0] as TableRow).cells.findIndex(
      (_, at) =>
        ![...columns.values()].includes(at) &&
        filledIn.length > 0 &&
        fits(filledIn.map(({ cells }) => cells[at]?.text.trim() ?? '')),
    )
  const addresses = columns.has('email') ? -1 : holding(isAddresses)
  if (addresses >= 0) columns.set('email', addresses)
  const maximum = columns.get('identifier') === 0 && !columns.has('maximum') ? holding(isOne) : -1
  if (maximum >= 0) columns.set('maximum', maximum)
  return columns
}

/** Whatever it is called: what stands behind the identifiers is the same for most. */
function isBlind([, ...rows]: readonly TableRow[], columns: Columns): boolean {
  const texts = rows.filter((row) => !isEmpty(row)).map(({ cells }) => cells[1]?.text.trim() ?? '')
  return columns.get('status') === 1 || (texts.length > 2 && new Set(texts).size * 2 < texts.length)
}

/** Whatever a column is called in the interface's language, addresses are addresses. */
function isAddresses(texts: readonly string[]): boolean {
  const said = texts.filter((text) => text !== '')
  return said.length > 0 && said.every((text) => /^[^@\s]+@[^@\s]+$/.test(text))
}

/** Moodle writes the maximum into every row: one number above zero. */
function isOne(texts: readonly string[]): boolean {
  const [first = ''] = texts
  return /^\d+(?:[.,]\d+)?$/.test(first) && !/^[0.,]+$/.test(first) && new Set(texts).size === 1
}

/** `Participant 501`, `Teilnehmer/in501`, `参与者 501`: one word and another number in each row. */
function numbered([headings, ...rows]: readonly TableRow[]): boolean {
  const cells = rows.filter((row) => !isEmpty(row)).map(({ cells }) => cells[0]?.text ?? '')
  const words = new Set(cells.map((text) => text.replace(/\d+$/, '')))
  const fits = cells.every((text) => /^\p{L}\D*\d+$/u.test(text.trim()))
  return fits && words.size === 1 && new Set(cells).size === cells.length && wide(headings)
}

function wide(headings: TableRow | undefined): boolean {
  return (headings?.cells.length ?? 0) >= 5
}

function platformOf({ rows }: Table, columns: Columns): Platform {
  const headings = (rows[0] as TableRow).cells.map(({ text }) => text.trim().toLowerCase())
  const has = (...names: string[]) => names.every((name) => headings.includes(name))
  const named = has('student') || has('lastname', 'firstname')
  if (named && has('id') && (has('section') || has('sis login id'))) return 'canvas'
  // What GitHub Classroom exports has an identifier too, which is whatever the teacher chose.
  if (has('identifier', 'github_username')) return 'spreadsheet'
  if (columns.has('identifier') && columns.has('name')) return 'moodle'
  if (has('sid') && columns.has('email')) return 'gradescope'
  if (columns.has('login') && headings.some((text) => /\[total pts: /.test(text))) {
    return 'blackboard'
  }
  return has('last access', 'availability') ? 'blackboard' : 'spreadsheet'
}

/** What kind of number a column of a platform's list holds. */
const KINDS: Readonly<Record<Platform, Partial<Record<Heading, IdentifierKind>>>> = {
  canvas: { id: 'canvas-user', number: 'sis', login: 'login' },
  moodle: { identifier: 'participant', number: 'sis', login: 'login', id: 'sis' },
  gradescope: { id: 'sis', number: 'sis', login: 'login' },
  blackboard: { login: 'login', id: 'sis', number: 'sis' },
  spreadsheet: { id: 'id', identifier: 'id', number: 'sis', login: 'login' },
}

interface Reading {
  readonly columns: Columns
  readonly platform: Platform
  readonly sectionsOf: (text: string) => string[]
  readonly groupsOf: (cell: string) => GroupsOfCell
}

function cellOf({ cells }: TableRow, columns: Columns, heading: Heading): string {
  return cells[columns.get(heading) ?? -1]?.text.trim() ?? ''
}

function enrolledOf(
  row: TableRow,
  { columns, platform, sectionsOf, groupsOf }: Reading,
): Enrolled | undefined {
  const cell = (heading: Heading) => cellOf(row, columns, heading)
  if (row.cells[0]?.text.includes('Points Possible')) return undefined
  if (platform === 'canvas' && isNobody(cell)) return undefined
  const kinds = Object.entries({ ...KINDS[platform], email: 'email' } as const)
  const identifiers = kinds.flatMap(([heading, kind]) => {
    const value = cell(heading as Heading)
    return value === '' || /^n\/?a$/i.test(value) ? [] : [{ kind, value }]
  })
  const own = [cell('first'), cell('last')].filter((part) => part !== '').join(' ')
  // In a classroom on GitHub, where names are mostly left out, that is what people are called by.
  const chosen = platform === 'spreadsheet' ? cell('identifier') : ''
  const name = cell('name') || own || chosen || (identifiers.at(-1)?.value ?? '')
  if (name === '') return undefined
  const { groups, perhaps } = groupsOf(cell('group'))
  return {
    name,
    identifiers,
    sections: sectionsOf(cell('section')),
    sectionTexts: [cell('section')].filter((one) => one !== ''),
    groups,
    groupParts: perhaps,
    ...receivedAt(cell('received')),
    rows: [row],
  }
}

/** Only a time with its zone is an instant. */
function receivedAt(text: string): Pick<Enrolled, 'receivedAt'> {
  const [, day, clock, zone = ''] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|UTC|[+-]\d\d:?\d\d)$/.exec(text) ?? []
  if (day === undefined || !isLocalTime(`${day}T${clock}`)) return {}
  const offset = /^[ZU]/.test(zone) ? 'Z' : zone.replace(/^(...):?/, '$1:')
  const time = new Date(`${day}T${clock}${offset}`)
  return Number.isNaN(time.getTime()) ? {} : { receivedAt: time.toISOString() }
}

/** Canvas's line of posting policies has no numbers; its line of points is known by its words. */
function isNobody(cell: (heading: Heading) => string): boolean {
  return (['id', 'number', 'login'] as const).every((heading) => cell(heading) === '')
}

/**
 * Rows that share an id and contradict each other in nothing are one person, as where a course of two
 * sections lists somebody twice. A name alone is no proof: two rows of it are two people.
 */
function merged(people: readonly Enrolled[]): Enrolled[] {
  const all: Enrolled[] = []
  const places = new Map<string, number[]>()
  for (const one of people) {
    const keys = one.identifiers.map((it) => `${it.kind} ${canonical(it)}`)
    const near = [...new Set(keys.flatMap((key) => places.get(key) ?? []))]
    const [twin, ...others] = near.filter((at) => agree(all[at] as Enrolled, one))
    const single = twin !== undefined && others.length === 0
    const at = single ? twin : all.length
    all[at] = single ? together(all[twin] as Enrolled, one) : one
    for (const key of keys) places.set(key, [...new Set([...(places.get(key) ?? []), at])])
  }
  return all
}

function agree(one: Enrolled, other: Enrolled): boolean {
  const known = spellings(one.name)
  const sameName = [...spellings(other.name)].some((spelling) => known.has(spelling))
  return (
    (sameName || one.name === other.name) &&
    other.identifiers.every((said) => {
      const own = one.identifiers.find(({ kind }) => kind === said.kind)
      return own === undefined || canonical(own) === canonical(said)
    })
  )
}

function together(one: Enrolled, other: Enrolled): Enrolled {
  const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]
  const kinds = new Set(one.identifiers.map(({ kind }) => kind))
  return {
    ...one,
    identifiers: [...one.identifiers, ...other.identifiers.filter(({ kind }) => !kinds.has(kind))],
    sections: union(one.sections, other.sections),
    sectionTexts: union(one.sectionTexts, other.sectionTexts),
    groups: union(one.groups, other.groups),
    groupParts: [...one.groupParts, ...other.groupParts],
    rows: [...one.rows, ...other.rows],
  }
}

/** The number or address that tells somebody from others of the name. */
export function idOf({ identifiers }: Pick<Enrolled, 'identifiers'>): string | null {
  const order: readonly IdentifierKind[] = ['canvas-user', 'participant', 'id', 'sis', 'login']
  const found = order.map((kind) => identifiers.find((one) => one.kind === kind))
  const [first] = found.filter((one) => one !== undefined)
  if (first === undefined) return null
  return first.kind === 'participant' ? canonical(first) : first.value
}

export function emailOf({ identifiers }: Pick<Enrolled, 'identifiers'>): string | null {
  return identifiers.find(({ kind }) => kind === 'email')?.value ?? null
}

/** `Ann Lee (501)`: a name, and what tells it from others. */
export function personText(person: Pick<Enrolled, 'name' | 'identifiers'>): string {
  const id = idOf(person) ?? emailOf(person)
  return id === null || id === person.name ? person.name : `${person.name} (${id})`
}
