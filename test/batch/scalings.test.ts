import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { render } from '../../src/messages/render.ts'
import { drawn } from './identity/class.ts'
import { type Piece, runOf } from './out/run-of.ts'

/**
 * Classes that are drawn with a judge who knows every cell and every remark by what was drawn: what
 * is said of a sheet is held against what stands in it, whoever is first in it.
 */

const SEED = Number(process.env.MLP_CHECK_SEED ?? 7)
const CLASSES = 200

/** What became of one person's work on one exercise of ten points. */
type Fate = number | 'missing' | 'excused'

interface Drawn {
  readonly name: string
  readonly fates: readonly Fate[]
}

interface Platform {
  readonly name: string
  readonly column: string
  readonly excused: string
  /** The sheet, empty, in which `most` points are given for the column. */
  readonly sheet: (people: readonly Drawn[], most: number) => string
}

const rows = (lines: readonly string[]) => `${lines.join('\n')}\n`

const PLATFORMS: readonly Platform[] = [
  {
    name: 'canvas',
    column: 'HW1 (123)',
    excused: 'EX',
    sheet: (people, most) =>
      rows([
        'Student,ID,SIS User ID,SIS Login ID,Section,HW1 (123)',
        `    Points Possible,,,,,${most}`,
        ...people.map(({ name }, at) => `${name},${100 + at},,${name.toLowerCase()},S1,`),
      ]),
  },
  {
    name: 'moodle',
    column: 'Grade',
    excused: '',
    sheet: (people, most) =>
      rows([
        'Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed',
        ...people.map(({ name }, at) => `Participant ${at},${name},${name}@x.org,,,${most},Yes`),
      ]),
  },
  {
    name: 'gradescope',
    column: 'HW1',
    excused: '',
    sheet: (people, most) =>
      rows([
        'First Name,Last Name,SID,Email,Sections,HW1,HW1 - Max Points',
        // Whose row says no maximum has that of the others.
        ...people.map(({ name }, at) => `,${name},${at},${name}@x.org,S1,,${at === 0 ? '' : most}`),
      ]),
  },
  {
    name: 'blackboard',
    column: 'HW1',
    excused: '',
    sheet: (people, most) =>
      rows([
        `Last Name,First Name,Username,Student ID,HW1 [Total Pts: ${most} Score] |456`,
        ...people.map(({ name }, at) => `${name},,${name.toLowerCase()},${at},`),
      ]),
  },
]

const NAMES = ['Ann', 'Bob', 'Cleo', 'Dora', 'Eve', 'Finn', 'Gus', 'Hal', 'Ida']

function drawClass(seed: number) {
  const draw = drawn(seed)
  const fate = (): Fate => (['missing', 'excused', 10, 4.25, 0] as const)[draw(5)] ?? 10
  const people = NAMES.slice(0, 2 + draw(8)).map(
    (name): Drawn => ({ name, fates: [fate(), fate()] }),
  )
  const platform = PLATFORMS[draw(PLATFORMS.length)] as Platform
  const most = [1.1, 5, 10, 20, 100][draw(5)] ?? 10
  return { people, platform, most, wanted: draw(3) === 0 ? 'ex1' : 'total' }
}

type Class = ReturnType<typeof drawClass>

/** Points, and of how many; nothing where the cell stays as it is. */
function earned({ fates }: Drawn, wanted: string): { score: number; worth: number } | undefined {
  const counted = (wanted === 'ex1' ? fates.slice(0, 1) : fates).filter((one) => one !== 'excused')
  const graded = counted.filter((one) => one !== 'missing')
  if (graded.length === 0) return undefined
  return { score: graded.reduce((sum, one) => sum + one, 0), worth: 10 * counted.length }
}

function cellOf(person: Drawn, { wanted, most, platform }: Class): string {
  if (wanted === 'ex1' && person.fates[0] === 'excused') return platform.excused
  const grade = earned(person, wanted)
  return grade ? String(Number(((grade.score / grade.worth) * most).toFixed(5))) : ''
}

/** By what it is said of, who it is said of; everybody is nobody by name. */
function remarksOf({ people, wanted, most, platform }: Class): string[] {
  const graded = people.flatMap((one) => {
    const worth = earned(one, wanted)?.worth
    return worth === undefined ? [] : [{ name: one.name, worth }]
  })
  const heading =
    platform.name === 'blackboard' ? `HW1 [Total Pts: ${most} Score] |456` : platform.column
  return [10, 20].flatMap((worth) => {
    const names = graded.filter((one) => one.worth === worth).map(({ name }) => name)
    if (names.length === 0 || worth === most) return []
    const more = names.length > 5 ? `, and ${names.length - 5} more` : ''
    const of = names.length === graded.length ? '' : ` for ${names.slice(0, 5).join(', ')}${more}`
    const what = wanted === 'total' ? 'the total' : wanted
    return [`${heading}: the ${worth} points of ${what} are scaled to the sheet's ${most}${of}`]
  })
}

function runClass({ people, platform, most, wanted }: Class) {
  const of = (at: number, what: (fate: Fate) => boolean) =>
    people.filter(({ fates }) => what(fates[at] as Fate))
  const exercises = ['ex1', 'ex2']
  const pieces = exercises.flatMap((exercise, at) =>
    of(at, (fate) => typeof fate === 'number').map(
      ({ name, fates }): Piece => ({ by: name, exercise, earned: 100 * Number(fates[at]) }),
    ),
  )
  const excused = exercises.flatMap((exercise, at) =>
    of(at, (fate) => fate === 'excused').map(
      ({ name }) => `${name},${exercise},${at ? '7' : ''},yes`,
    ),
  )
  const sheet = platform.sheet(people, most)
  const run = runOf(pieces, {
    exercises,
    sheet,
    columns: [`${wanted}=${platform.column}`],
    overrides: rows(['person,exercise,points,excused', ...excused]),
  })
  return run.sheet
}

const classes = Array.from({ length: CLASSES }, (_, at) => [SEED + at * 7919] as const)

describe(`what a sheet gives for points, in ${CLASSES} drawn classes, seed ${SEED}`, () => {
  it('stands in each cell, and is told of those of whom it is so', () => {
    for (const [seed] of classes) {
      const one = drawClass(seed)
      const sheet = runClass(one)
      const [headings = [], ...cells] = parse(sheet?.bytes.toString() ?? '') as string[][]
      const at = headings.findIndex((heading) => heading.startsWith(one.platform.column))
      const found = cells.slice(-one.people.length).map((row) => row[at])
      const title = `seed ${seed}: ${one.platform.name}, ${one.wanted}, ${one.most}`
      expect(found, title).toEqual(one.people.map((person) => cellOf(person, one)))
      const told = sheet?.remarks.map((remark) => render(remark)) ?? []
      expect([...told].sort(), title).toEqual(remarksOf(one).sort())
    }
  })
})
