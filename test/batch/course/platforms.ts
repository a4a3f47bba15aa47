import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packageRoot } from '../../../src/package-root.ts'
import { tarOf } from '../make-tar.ts'
import { decomposed, nameOf, type Person, type Story, type Truth } from './people.ts'

const solutions = join(packageRoot(), 'solutions', 'ex01-tanh')
const RIGHT = readFileSync(join(solutions, 'solution.ts'), 'utf8')
export const WRONG = readFileSync(join(solutions, 'mistakes', 'sign.ts'), 'utf8')
const BROKEN = 'export const tanh = ('

type Files = Record<string, string | Buffer>

/** One platform's download and its grade sheet, and what must come of them. */
export interface PlatformCourse {
  readonly name: string
  readonly files: Files
  readonly sheetName: string
  readonly column: string
  /** The sheet with these cells in its column. */
  readonly sheet: (cells: readonly string[]) => Buffer
  readonly truth: (person: Person) => Truth
  /** How overrides and rules name a person. */
  readonly called: (person: Person) => string
}

/** What somebody uploads, in order; the platform names the files. */
function uploads(story: Story): readonly (readonly [name: string, content: string | Buffer])[] {
  switch (story) {
    case 'missing':
      return []
    case 'wrong':
    case 'by-hand':
      return [['ex1.ts', WRONG]]
    case 'broken':
      return [['ex1.ts', BROKEN]]
    case 'rubbish':
      return [['homework.pdf', '%PDF']]
    case 'packed':
      return [['hw.tar.gz', gzipSync(tarOf([{ name: 'work/ex1.ts', data: RIGHT }]))]]
    case 'tsx':
      return [['ex1.tsx', RIGHT]]
    case 'again':
      return [
        ['ex1.ts', WRONG],
        ['ex1.ts', RIGHT],
      ]
    default:
      return [['ex1.ts', RIGHT]]
  }
}

interface Ways {
  /** Whether a team hands in once for all. */
  readonly teams: boolean
  /** Whether several uploads are kept. */
  readonly again: boolean
  /** What two days of lateness leave of ten points. */
  readonly late: number
  /** What becomes of who is called otherwise now. */
  readonly renamed: 'set-aside' | 'missing'
  readonly excused: string
}

function truthOf(wrong: number, ways: Ways) {
  return ({ story }: Person): Truth => {
    const judged = (score: number): Truth => ({
      state: score === wrong ? 'failed' : 'passed',
      score,
      cell: String(score),
    })
    const without = (state: string, cell = ''): Truth => ({ state, score: 0, cell })
    if (story === 'missing') return without('missing')
    if (story === 'rubbish') return without('set-aside')
    if (story === 'renamed') return without(ways.renamed)
    if (story === 'excused') return without('excused', ways.excused)
    if (story === 'broken') return { state: 'failed', score: 0, cell: '0' }
    if (story === 'wrong') return judged(wrong)
    if (story === 'by-hand') return { state: 'failed', score: 8.5, cell: '8.5' }
    if (story === 'late') return { ...judged(ways.late), state: 'passed' }
    return judged(10)
  }
}

/** Whoever of a team hands in for it. */
function handsIn(people: readonly Person[], teams: boolean) {
  const seen = new Set<string>()
  return people.filter(({ team }) => {
    if (!teams || team === '' || !seen.has(team)) {
      seen.add(team)
      return true
    }
    return false
  })
}

const csv = (rows: readonly (readonly string[])[], delimiter: string, end: string) =>
  rows
    .map((row) =>
      row
        .map((cell) => (cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .map((line) => line + end)
    .join('')

function canvasCourse(people: readonly Person[], wrong: number): PlatformCourse {
  const files: Files = {}
  for (const person of people) {
    const { last, first, id, index, story, formerly } = person
    const own = formerly ?? `${last}, ${first}`
    const pattern = index % 2 === 0 ? /[^a-z0-9]/g : /[^\p{L}\p{N}]/gu
    const name = own.normalize('NFC').toLowerCase().replace(pattern, '')
    const late = story === 'late' || story === 'extended' ? '_LATE' : ''
    for (const [at, [file, content]] of uploads(story).entries()) {
      const again = at === 0 ? file : file.replace('.', `-${at}.`)
      files[`${name}${late}_${id}_${90_000 + index * 10 + at}_${again}`] = content
    }
  }
  return {
    name: 'canvas',
    files,
    sheetName: '2026-09-20T1000_Grades-D2L.csv',
    column: 'HW1 (123)',
    called: ({ login }) => login,
    sheet: (cells) =>
      Buffer.from(
        `\ufeff${csv(
          [
            ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'HW1 (123)', 'Final Score'],
            ['    Points Possible', '', '', '', '', '10.00', '(read only)'],
            ...people.map((one, at) => [
              `${one.last}, ${one.first}`,
              one.id,
              one.sis,
              one.login,
              one.section,
              cells[at] ?? '',
              '',
            ]),
          ],
          ',',
          '\r\n',
        )}`,
      ),
    truth: truthOf(wrong, {
      teams: false,
      again: true,
      late: 9,
      renamed: 'set-aside',
      excused: 'EX',
    }),
  }
}

function moodleCourse(people: readonly Person[], wrong: number): PlatformCourse {
  const files: Files = {}
  for (const person of handsIn(people, true)) {
    const own = decomposed(person.formerly ?? nameOf(person), person)
    // The number of a team is somebody's participant number.
    const folder = person.team
      ? `${person.team}_${5000 + (person.index % 10)}_assignsubmission_file`
      : `${own}_${person.id}_assignsubmission_file`
    const last = uploads(person.story).at(-1)
    if (last !== undefined) files[`${folder}/${last[0]}`] = last[1]
  }
  const comma = (text: string) => text.replace('.', ',')
  return {
    name: 'moodle',
    files,
    sheetName: 'Bewertungen-D2L-Übung 1.csv',
    column: 'Bewertung',
    called: ({ email }) => email,
    sheet: (cells) =>
      Buffer.from(
        `\ufeff${csv(
          [
            [
              'ID-Nummer des Eintrags',
              'Vollständiger Name',
              'E-Mail-Adresse',
              'Status',
              'Bewertung',
              'Bestwertung',
              'Bewertung kann geändert werden',
              'Gruppe',
              'Abschnitt',
            ],
            ...people.map((one, at) => [
              `Teilnehmer/in${one.id}`,
              nameOf(one),
              one.email,
              '',
              comma(cells[at] ?? ''),
              '10,00',
              'Ja',
              one.team,
              one.section,
            ]),
          ],
          ',',
          '\n',
        )}`,
      ),
    truth: truthOf(wrong, {
      teams: true,
      again: false,
      late: 10,
      renamed: 'set-aside',
      excused: '',
    }),
  }
}

function gradescopeCourse(people: readonly Person[], wrong: number): PlatformCourse {
  const files: Files = {}
  const metadata: string[] = []
  let number = 0
  for (const person of handsIn(people, true)) {
    const members = person.team ? people.filter(({ team }) => team === person.team) : [person]
    const all = uploads(person.story)
    // The export holds the active upload; of those before it only when they came.
    for (const [file, content] of all.slice(-1)) {
      const folder = `submission_${++number}`
      const day = person.story === 'late' || person.story === 'extended' ? 22 : 19
      metadata.push(
        `${folder}:`,
        '  :submitters:',
        ...members.flatMap((one) => [
          `  - :name: ${JSON.stringify(one.formerly ?? nameOf(one))}`,
          `    :sid: "${one.sis}"`,
          `    :email: ${one.email.toUpperCase()}`,
        ]),
        `  :created_at: 2026-09-${day} 0${all.length}:00:00.000000000 Z`,
        '  :history:',
        ...all.slice(1).map((_, at) => `  - :created_at: 2026-09-${day} 0${at + 1}:00:00 Z`),
      )
      files[`${folder}/${file}`] = content
    }
  }
  files['submission_metadata.yml'] = metadata.join('\n')
  return {
    name: 'gradescope',
    files,
    sheetName: 'HW1_scores.csv',
    column: 'HW1',
    called: ({ email }) => email,
    sheet: (cells) =>
      Buffer.from(
        csv(
          [
            ['First Name', 'Last Name', 'SID', 'Email', 'Sections', 'HW1', 'HW1 - Max Points'],
            ...people.map((one, at) => [
              one.first,
              one.last,
              one.sis,
              one.email,
              one.section,
              cells[at] ?? '',
              '10.0',
            ]),
          ],
          ',',
          '\n',
        ),
      ),
    truth: truthOf(wrong, { teams: true, again: true, late: 8, renamed: 'set-aside', excused: '' }),
  }
}

function githubCourse(people: readonly Person[], wrong: number): PlatformCourse {
  const files: Files = {}
  for (const person of handsIn(people, true)) {
    const own =
      person.team.replaceAll(' ', '-') || (person.formerly?.replace(' ', '-') ?? person.login)
    const last = uploads(person.story).at(-1)
    if (last !== undefined) files[`activations-${own}/src/${last[0]}`] = last[1]
  }
  return {
    name: 'github',
    files,
    sheetName: 'class.csv',
    column: 'ex1',
    called: ({ login }) => login,
    sheet: (cells) =>
      Buffer.from(
        csv(
          [
            ['Name', 'GitHub username', 'Team', 'Section', 'ex1'],
            ...people.map((one, at) => [
              nameOf(one),
              one.login,
              one.team,
              one.section,
              // Spreadsheets write `;` between cells where the comma is in numbers.
              (cells[at] ?? '').replace('.', ','),
            ]),
          ],
          ';',
          '\r\n',
        ),
      ),
    truth: truthOf(wrong, { teams: true, again: false, late: 10, renamed: 'missing', excused: '' }),
  }
}

function blackboardCourse(people: readonly Person[], wrong: number): PlatformCourse {
  const files: Files = {}
  for (const person of people) {
    const user = person.formerly?.replace(' ', '').toLowerCase() ?? person.login
    for (const [at, [file, content]] of uploads(person.story).entries()) {
      const late = person.story === 'late' || person.story === 'extended'
      const attempt = `HW1_${user}_attempt_2026-09-${late ? 22 : 19 + at}-10-00-00`
      files[`${attempt}.txt`] = `Name: ${nameOf(person)} (${user})`
      files[`${attempt}_${file}`] = content
    }
  }
  return {
    name: 'blackboard',
    files,
    sheetName: 'gc_D2L_fullgc.xls',
    column: 'HW1',
    called: ({ login }) => login,
    sheet: (cells) =>
      Buffer.from(
        `\ufeff${csv(
          [
            [
              'Last Name',
              'First Name',
              'Username',
              'Student ID',
              'Availability',
              'Section',
              'HW1 [Total Pts: 10 Score] |456',
            ],
            ...people.map((one, at) => [
              one.last,
              one.first,
              one.login,
              one.sis,
              'Yes',
              one.section,
              cells[at] ?? '',
            ]),
          ],
          '\t',
          '\r\n',
        )}`,
        'utf16le',
      ),
    truth: truthOf(wrong, {
      teams: false,
      again: true,
      late: 8,
      renamed: 'set-aside',
      excused: '',
    }),
  }
}

export const PLATFORMS = [
  canvasCourse,
  moodleCourse,
  gradescopeCourse,
  githubCourse,
  blackboardCourse,
] as const
