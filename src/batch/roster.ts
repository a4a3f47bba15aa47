import { parse } from 'csv-parse/sync'
import { UsageError } from '../errors.ts'
import type { Handed, Student } from './inventory.ts'

/** Somebody who is enrolled, by every name that a download may use. */
export interface Enrolled {
  readonly name: string
  readonly id: string | null
  readonly email: string | null
  readonly login: string | null
  readonly section: string | null
  /** A second number of the institution's own. */
  readonly sisId: string | null
}

export interface Attendance {
  readonly enrolled: number
  readonly missing: readonly { readonly student: string; readonly exercises: readonly string[] }[]
  /** Students who handed in and are not enrolled. */
  readonly strangers: readonly string[]
}

const HEADINGS: Record<keyof Enrolled, readonly string[]> = {
  name: ['student', 'name', 'full name', 'student name', 'sortable name', 'fullname'],
  id: ['id', 'identifier', 'student id', 'sid', 'id number', 'user id'],
  email: ['email', 'email address', 'e-mail', 'mail'],
  login: [
    'sis login id',
    'login',
    'login id',
    'username',
    'user name',
    'github',
    'github username',
  ],
  section: ['section', 'sections', 'group'],
  sisId: ['sis user id'],
}

/**
 * Reads a class list: Canvas's gradebook, Moodle's grading worksheet, Gradescope's roster, or any
 * CSV with a column such as name, id, email or username. @throws UsageError
 */
export function parseRoster(text: string, file: string): Enrolled[] {
  const [headings, ...records] = recordsOf(text, file)
  const columns = columnsOf(headings ?? [])
  const first = columns.get('first name')
  const last = columns.get('last name') ?? columns.get('surname')
  const place = (key: keyof Enrolled) =>
    HEADINGS[key].map((heading) => columns.get(heading)).find((index) => index !== undefined)
  const known = (Object.keys(HEADINGS) as (keyof Enrolled)[]).filter(
    (key) => place(key) !== undefined,
  )
  if (known.length === 0 && first === undefined) {
    throw new UsageError(
      `${file} has no column that names a student`,
      'its first line must name columns, such as name, id, email, username',
    )
  }
  return records.flatMap((record) => {
    const cell = (index: number | undefined) =>
      index === undefined ? null : record[index]?.trim() || null
    const own = [cell(first), cell(last)].filter((part) => part !== null).join(' ')
    const [id, email, login] = [cell(place('id')), cell(place('email')), cell(place('login'))]
    const name = cell(place('name')) ?? (own || (login ?? email ?? id ?? ''))
    // Canvas's second line says what each column is worth.
    if (name === '' || /^points possible$/i.test(name)) return []
    return [
      { name, id, email, login, section: cell(place('section')), sisId: cell(place('sisId')) },
    ]
  })
}

function recordsOf(text: string, file: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: [',', ';', '\t'],
    })
  } catch (error) {
    throw new UsageError(`${file} is not valid CSV: ${(error as Error).message}`)
  }
}

function columnsOf(headings: readonly string[]): Map<string, number> {
  return new Map(headings.map((heading, index) => [heading.trim().toLowerCase(), index]))
}

/** Somebody on the roster, and how sure that is: an id, email or login says more than a name. */
export interface RosterMatch {
  readonly person: Enrolled
  readonly exact: boolean
}

/** Finds the enrolled person that a download means: by id, login, email, or name in any spelling. */
export function rosterLookup(
  roster: readonly Enrolled[],
): (student: Student) => RosterMatch | undefined {
  const byName = new Map<string, Enrolled | 'several'>()
  const learn = (name: string, person: Enrolled) => {
    const known = byName.get(name)
    byName.set(name, known === undefined || known === person ? person : 'several')
  }
  for (const person of roster) for (const name of namesOf(person)) learn(name, person)
  return (student) => {
    const names = [student.id, student.email, student.name].flatMap((name) =>
      name === null ? [] : [exactly(name), spelledOut(name)],
    )
    const name = names.find((one) => byName.has(one))
    const person = name === undefined ? undefined : byName.get(name)
    if (name === undefined || person === undefined || person === 'several') return undefined
    return { person, exact: name.startsWith('=') }
  }
}

function namesOf({ name, id, email, login, sisId }: Enrolled): Set<string> {
  const number = id === null ? null : id.replace(/^participant\s*/i, '')
  const exact = [number, sisId, login, email, email?.split('@')[0] ?? null]
  return new Set([
    ...exact.flatMap((one) => (one === null ? [] : [exactly(one)])),
    ...[name, turned(name), ...(login === null ? [] : [login])].map(spelledOut),
  ])
}

function exactly(name: string): string {
  return `=${name.trim().toLowerCase()}`
}

/** `Doe, Jane`, `doe jane` and Canvas's `doejane` are one name. */
function spelledOut(name: string): string {
  return `~${name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')}`
}

/** `Doe, Jane` → `Jane Doe`, and the other way about. */
function turned(name: string): string {
  const [last = '', first] = name.split(',')
  if (first !== undefined) return `${first.trim()} ${last.trim()}`
  const words = name.trim().split(/\s+/)
  return [words.at(-1), ...words.slice(0, -1)].join(' ')
}

/** Who is missing and who is a stranger. */
export function attendanceOf(
  roster: readonly Enrolled[],
  handed: readonly Handed[],
  exercises: readonly string[],
): Attendance {
  const lookup = rosterLookup(roster)
  const has = new Map<Enrolled, Set<string>>()
  const strangers = new Set<string>()
  for (const { student, exercise } of handed) {
    const person = lookup(student)?.person
    if (person === undefined) strangers.add(student.name)
    else has.set(person, (has.get(person) ?? new Set()).add(exercise))
  }
  const missing = roster.flatMap((person) => {
    const lacking = exercises.filter((exercise) => !has.get(person)?.has(exercise))
    return lacking.length > 0 ? [{ student: person.name, exercises: lacking }] : []
  })
  return { enrolled: roster.length, missing, strangers: [...strangers] }
}
