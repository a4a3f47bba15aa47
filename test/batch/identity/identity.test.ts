import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { discover } from '../../../src/batch/discover.ts'
import { finishRun } from '../../../src/batch/finish-run.ts'
import type { Inventory } from '../../../src/batch/inventory.ts'
import type { FinishedRun } from '../../../src/batch/out/finished-run.ts'
import { parseMatches } from '../../../src/batch/people/match-file.ts'
import { parseRoster } from '../../../src/batch/people/roster.ts'
import { sheetColumns } from '../../../src/batch/sheet/columns.ts'
import { builtInPack, findExercise } from '../../../src/pack/pack.ts'
import { folderWith } from '../folders.ts'
import { drawClass, drawn, type Member } from './class.ts'
import type { MadeDownload, MadeFile } from './downloads.ts'
import * as downloads from './downloads.ts'

/** `MLP_CHECK_IDENTITY=2000` tries as many classes of each platform. */
const COUNT = Number(process.env.MLP_CHECK_IDENTITY ?? 40)
const SEED = Number(process.env.MLP_CHECK_SEED ?? 7)

const pack = builtInPack()
const ex1 = pack.load(findExercise(pack, 'ex1'))
const room = mkdtempSync(join(tmpdir(), 'mlp-check-room-'))

const PLATFORMS = {
  canvas: [downloads.canvasDownload, true],
  moodle: [downloads.moodleDownload, true],
  gradescope: [downloads.gradescopeDownload, true],
  blackboard: [downloads.blackboardDownload, false],
  github: [downloads.githubDownload, true],
  folders: [downloads.foldersDownload, false],
  flat: [downloads.flatDownload, false],
} as const

/** Every file earns other points, so that each grade tells which file it is of. */
function pointsOf({ owners, upload }: MadeFile): number {
  return 10 + (owners[0] as Member).index * 20 + upload
}

function graded(made: MadeDownload, inventory: Inventory, match?: string): FinishedRun {
  const byPath = new Map(made.files.map((file) => [file.path, file]))
  const roster = parseRoster(Buffer.from(made.sheet), 'sheet.csv')
  const names = { exercises: ['ex1'], idOf: (name: string) => name }
  return finishRun({
    header: {},
    tool: 'a tool',
    exercises: [ex1],
    inventory,
    results: inventory.handed.map((handed) => ({
      handed,
      known: false,
      sha256: handed.file.shown,
      entry: {
        offset: 0,
        bytes: 0,
        row: {
          status: 'failed',
          score: pointsOf(byPath.get(handed.file.shown) as MadeFile),
          maxScore: 1000,
          checks: [],
          behaviour: {},
          fingerprints: [],
        },
      },
    })),
    books: {
      roster,
      sheet: { roster, columns: sheetColumns([`ex1=${made.column}`], roster, names) },
      ...(match !== undefined && {
        matches: parseMatches(Buffer.from(match), 'match.csv', roster.people),
      }),
    },
  } as unknown as FinishedRun)
}

/** What is said of each person that is not so; an open question about somebody's file is none. */
function faultsIn(made: MadeDownload, people: readonly Member[], run: FinishedRun): string[] {
  const doubted = new Set(run.ledger.doubts.map(({ file }) => file))
  const cells = parse(run.sheet?.bytes as Buffer, { columns: true }) as Record<string, string>[]
  const column = Object.keys(cells[0] ?? {}).find((one) => one.startsWith(made.column)) as string
  return people.flatMap((person, at) => {
    const own = made.files.filter(({ owners }) => owners.includes(person))
    const cell = run.ledger.lines[at]?.cells.get('ex1')
    const last = own.reduce((most, { upload }) => Math.max(most, upload), 0)
    const open = own.some(({ path }) => doubted.has(path))
    const right = own.filter(({ upload }) => upload === last).map(pointsOf)
    const written = cells[at]?.[column] ?? ''
    const told = `${person.first} ${person.last} (${person.id}): ${cell?.state} ${cell?.score}, ${written}; own ${own.map(({ path }) => path)}; ${cell?.why}`
    if (cell?.state === 'failed') {
      const fits = right.includes(cell.score) && Number(written) === cell.score / 100
      return fits ? [] : [`another's grade: ${told}`]
    }
    if (written !== 'old') return [`a cell of nobody: ${told}`]
    if (own.length === 0 && cell?.state === 'missing') return []
    if (own.length === 0 && cell?.state === 'set-aside') return []
    return open ? [] : [`silence: ${told}`]
  })
}

/** Who must have a grade without a human: nobody else can be meant by the platform's number. */
function undecided(made: MadeDownload, people: readonly Member[], run: FinishedRun): string[] {
  if (!made.numbered) return []
  const teams = new Set(people.map(({ team }) => spelt(team)))
  return people.flatMap((person, at) => {
    const own = made.files.filter(({ owners }) => owners.includes(person))
    if (own.length === 0 || made.renamed.has(person) || person.team !== '') return []
    // A team that is called like a person may be meant as well.
    if (teams.has(spelt(`${person.first} ${person.last}`))) return []
    const cell = run.ledger.lines[at]?.cells.get('ex1')
    return cell?.state === 'failed' ? [] : [`${person.first} ${person.last}: ${cell?.why}`]
  })
}

function spelt(name: string): string {
  return name.toLowerCase().split(' ').sort().join(' ')
}

/** What a human would write who knows everybody: of several uploads the last one counts. */
function settled(made: MadeDownload, { ledger }: FinishedRun, called: (one: Member) => string) {
  const lines = ledger.doubts.map(({ file }) => {
    const found = made.files.find(({ path }) => path === file)
    if (found === undefined) return `"${file}",nobody`
    const { owners, upload } = found
    const later = made.files.some((one) => one.owners[0] === owners[0] && one.upload > upload)
    return `"${file.replaceAll('"', '""')}",${later ? 'nobody' : owners.map(called).join('; ')}`
  })
  return ['file,person', ...lines].join('\n')
}

describe(`whose work it is, seed ${SEED}`, () => {
  it.each(Object.entries(PLATFORMS))(
    `is never taken for another's, and settled by a human: ${COUNT} classes of %s`,
    async (platform, [make, teams]) => {
      for (let at = 0; at < COUNT; at++) {
        const seed = SEED + at * 7919
        const draw = drawn(seed)
        const people = drawClass(draw, teams)
        const made = make(people, draw)
        if (made.files.length < 3) continue
        const contents = made.files.map(({ path }) => [path, ''] as const)
        const folder = folderWith({ ...Object.fromEntries(contents), ...made.others })
        const request = { inputs: ['.'], cwd: folder, known: pack.entries, wanted: ['ex1'], room }
        const inventory = await discover({ ...request, layout: undefined })
        const title = `${platform}, seed ${seed}, in ${folder}`
        const first = graded(made, inventory)
        expect(faultsIn(made, people, first), title).toEqual([])
        expect(undecided(made, people, first), title).toEqual([])
        const email = platform === 'moodle' || platform === 'gradescope'
        const called = (one: Member) => (email ? one.email : one.login)
        const again = graded(made, inventory, settled(made, first, called))
        expect(again.ledger.doubts, title).toEqual([])
        expect(faultsIn(made, people, again), title).toEqual([])
        rmSync(folder, { recursive: true })
      }
    },
  )
})
