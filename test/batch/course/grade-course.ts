import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { mlpCheck } from '../command.ts'
import { folderWith } from '../folders.ts'
import { makePeople, type Person } from './people.ts'
import type { PlatformCourse } from './platforms.ts'

/** What does not hold of one platform's grades: nothing, where all is as it was made. */
export interface Graded {
  readonly faults: readonly string[]
  readonly code: number
  readonly people: number
  readonly seconds: number
}

/** Grades a made course as a teaching assistant would, and holds it against the truth, twice. */
export async function gradeCourse(
  make: (people: readonly Person[], wrong: number) => PlatformCourse,
  count: number,
  wrong: number,
): Promise<Graded & { readonly settled: Graded }> {
  const people = makePeople(count)
  const course = make(people, wrong)
  const cwd = folderWith({ 'course.yaml': rulesFor(people, course) })
  mkdirSync(join(cwd, 'download'))
  for (const [path, content] of Object.entries(course.files)) {
    const file = join(cwd, 'download', path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, content)
  }
  const before = people.map(({ index }) => (index % 4 === 0 ? '1' : ''))
  writeFileSync(join(cwd, course.sheetName), course.sheet(before))
  writeFileSync(join(cwd, 'by-hand.csv'), overridesFor(people, course))
  const words = ['batch', 'download', '--exercise', 'ex1', '--out', 'out', '--workers', '2']
  words.push('--sheet', course.sheetName, '--column', `ex1=${course.column}`)
  words.push('--course', 'course.yaml', '--overrides', 'by-hand.csv')
  const grade = async (truth: PlatformCourse['truth'], ...more: string[]): Promise<Graded> => {
    const started = performance.now()
    const { code, stderr } = await mlpCheck(cwd, ...words, ...more)
    const seconds = (performance.now() - started) / 1000
    if (code !== 0 && code !== 2) return { faults: [stderr], code, people: count, seconds }
    return { faults: faultsIn(cwd, course, people, before, truth), code, people: count, seconds }
  }
  const first = await grade(course.truth)
  settle(cwd, people, course)
  const right = { state: 'passed', score: 10, cell: '10' }
  const settled = await grade(
    (person) => (person.story === 'renamed' ? right : course.truth(person)),
    '--match',
    'match.csv',
    '--resume',
  )
  return { ...first, settled }
}

/** Points for lateness are taken here: 10 % a day, but for who has more time. */
function rulesFor(people: readonly Person[], { called }: PlatformCourse): string {
  const extensions = people
    .filter(({ story }) => story === 'extended')
    .map((one) => `  ${JSON.stringify(called(one))}: { due: 2026-10-20T12:00:00Z }`)
  return [
    'due: 2026-09-20T12:00:00Z',
    'late: { percentPerDay: 10 }',
    'latenessBy: mlp-check',
    'clock: Z',
    'people:',
    ...(extensions.length > 0 ? extensions : ['  {}']),
  ].join('\n')
}

function overridesFor(people: readonly Person[], { called }: PlatformCourse): string {
  const rows = people.flatMap((one) => {
    if (one.story === 'excused') return [`${called(one)},ex1,,ill,yes`]
    return one.story === 'by-hand' ? [`${called(one)},ex1,8.5,spoken to,`] : []
  })
  return ['person,exercise,points,comment,excused', ...rows].join('\n')
}

/** What a human does: writes a person beside each hand-in in doubt. */
function settle(cwd: string, people: readonly Person[], { called }: PlatformCourse): void {
  const text = readFileSync(join(cwd, 'out', 'match.csv'))
  const rows = parse(text, { bom: true, columns: true }) as { file: string }[]
  const lines = rows.map(({ file }) => {
    const owner = people.find(
      ({ formerly }) => formerly !== undefined && plain(file).includes(plain(formerly)),
    )
    const byNumber = people.find(
      ({ formerly, id }) => formerly !== undefined && file.includes(`_${id}_`),
    )
    const found = owner ?? byNumber ?? memberAt(file, people)
    return `"${file}",${found ? called(found) : ''}`
  })
  writeFileSync(join(cwd, 'match.csv'), ['file,person', ...lines].join('\n'))
}

/** Gradescope's folders name nobody: they come in the order of the people. */
function memberAt(file: string, people: readonly Person[]): Person | undefined {
  const number = Number(/submission_(\d+)/.exec(file)?.[1])
  let at = 0
  const teams = new Set<string>()
  for (const person of people) {
    if (person.team && teams.has(person.team)) continue
    teams.add(person.team)
    at += person.story === 'missing' ? 0 : 1
    if (at >= number) return person
  }
  return undefined
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}

function faultsIn(
  cwd: string,
  course: PlatformCourse,
  people: readonly Person[],
  before: readonly string[],
  truth: PlatformCourse['truth'],
): string[] {
  const text = readFileSync(join(cwd, 'out', 'grades.csv'))
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
  const faults = people.flatMap((person, at) => {
    const wanted = truth(person)
    const row = rows[at]
    const found = `${row?.status} ${row?.score}`
    if (found === `${wanted.state} ${wanted.score}`) return []
    return [
      `${person.login} (${person.story}): ${found}, not ${wanted.state} ${wanted.score}: ${row?.why}`,
    ]
  })
  const cells = people.map((person, at) => truth(person).cell || (before[at] ?? ''))
  const sheet = readFileSync(join(cwd, 'out', course.sheetName))
  return sheet.equals(course.sheet(cells)) ? faults : [...faults, 'the sheet is another']
}
