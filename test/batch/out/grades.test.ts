import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { filesCsv } from '../../../src/batch/out/files-csv.ts'
import type { FinishedRun } from '../../../src/batch/out/finished-run.ts'
import { gradesCsv } from '../../../src/batch/out/grades.ts'
import type { GradesDialect } from '../../../src/batch/out/grades-dialects.ts'
import { parseRoster } from '../../../src/batch/roster.ts'
import { summaryText } from '../../../src/batch/summary.ts'
import { builtInPack, findExercise } from '../../../src/pack/pack.ts'

const pack = builtInPack()
const exercise = pack.load(findExercise(pack, 'ex1'))
const ROSTER =
  'Student,ID,SIS User ID,SIS Login ID,Section\n"Doe, Jane",4242,s42,jdoe,A\n"Roe, Al",7,s7,aroe,A\n'
const HOSTILE = '=cmd|"/c calc"!A0, "x"\n'

function runOf(names: readonly [name: string, id: string | null][], roster?: string): FinishedRun {
  const handed = names.map(([name, id]) => ({
    student: { key: id ?? name, name, id, email: null },
    exercise: 'ex1',
    file: { path: '', shown: `${name}/ex1.ts` },
    name: 'ex1.ts',
    late: false,
    ownFolder: true,
  }))
  const row = {
    status: 'failed' as const,
    score: 425,
    maxScore: 1000,
    checks: [{ id: 'd', status: 'failed' as const, note: 'sign' }],
    behaviour: {},
    likeness: null,
    length: 0,
  }
  return {
    header: {},
    exercises: [exercise],
    results: handed.map((one) => ({
      handed: one,
      known: false,
      entry: { row, offset: 0, bytes: 0 },
    })),
    roster: roster === undefined ? undefined : parseRoster(roster, 'class.csv'),
  } as unknown as FinishedRun
}

const table = (run: FinishedRun, dialect: GradesDialect) =>
  parse(gradesCsv(run, dialect), { relax_column_count: false }) as string[][]

describe('grades.csv', () => {
  it('is plain: a row for each student and exercise, the missing ones too', () => {
    const [head, ...rows] = table(runOf([['doejane', '4242']], ROSTER), 'plain')
    expect(head?.slice(0, 7)).toEqual([
      'student',
      'id',
      'email',
      'exercise',
      'status',
      'score',
      'max_score',
    ])
    expect(rows.map((row) => row.slice(0, 7))).toEqual([
      ['Doe, Jane', '4242', '', 'ex1', 'failed', '4.25', '10'],
      ['Roe, Al', '7', '', 'ex1', 'missing', '0', '10'],
    ])
    expect(rows[0]?.[8]).toBe('sign')
  })

  it('is what Canvas imports: its columns, the points possible, nothing for who is missing', () => {
    expect(table(runOf([['doejane', '4242']], ROSTER), 'canvas')).toEqual([
      ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', `ex1 ${exercise.title}`],
      ['    Points Possible', '', '', '', '', '10'],
      ['Doe, Jane', '4242', 's42', 'jdoe', 'A', '4.25'],
      ['Roe, Al', '7', 's7', 'aroe', 'A', ''],
    ])
  })

  it("is what Moodle's grading worksheet takes", () => {
    const [head, row] = table(runOf([['Jane Doe', '12']]), 'moodle')
    expect(head?.slice(0, 5)).toEqual([
      'Identifier',
      'Full name',
      'Email address',
      'Grade',
      'Maximum Grade',
    ])
    expect(row?.slice(0, 5)).toEqual(['Participant 12', 'Jane Doe', '', '4.25', '10'])
  })

  it.each(['plain', 'canvas', 'moodle'] as const)(
    'keeps its shape, and runs nothing (%s)',
    (dialect) => {
      const rows = table(runOf([[HOSTILE, null]]), dialect)
      const cells = rows.flat().filter((cell) => cell.includes('cmd'))
      expect(cells.length).toBeGreaterThan(0)
      for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@|%]/)
      expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    },
  )
})

describe('two names in the input that mean one person on the roster', () => {
  const twice = (
    names: readonly [name: string, id: string | null][],
    scores: readonly number[],
  ): FinishedRun => {
    const run = runOf(names, ROSTER)
    const results = run.results.map((result, index) => ({
      ...result,
      entry: { ...result.entry, row: { ...result.entry.row, score: scores[index] as number } },
    }))
    const handed = results.map((one) => one.handed)
    return { ...run, results, inventory: { inputs: [], handed, ignored: [], files: handed.length } }
  }
  const scoreOf = (run: FinishedRun) => table(run, 'canvas')[2]?.[5]

  it('leave the better score, in whatever order they come', () => {
    expect(
      scoreOf(
        twice(
          [
            ['doejane', null],
            ['Jane Doe', null],
          ],
          [1000, 425],
        ),
      ),
    ).toBe('10')
    expect(
      scoreOf(
        twice(
          [
            ['doejane', null],
            ['Jane Doe', null],
          ],
          [425, 1000],
        ),
      ),
    ).toBe('10')
  })

  it('leave the score of who is named by id before one that only a name speaks for', () => {
    expect(
      scoreOf(
        twice(
          [
            ['doejane', '4242'],
            ['Jane Doe', '9'],
          ],
          [425, 1000],
        ),
      ),
    ).toBe('4.25')
    expect(
      scoreOf(
        twice(
          [
            ['Jane Doe', '9'],
            ['doejane', '4242'],
          ],
          [1000, 425],
        ),
      ),
    ).toBe('4.25')
  })

  it('are told of in the summary and in the list of files', () => {
    const run = twice(
      [
        ['doejane', null],
        ['Jane Doe', null],
      ],
      [425, 1000],
    )
    const text = summaryText({ ...run, attendance: undefined, seconds: 1 })
    expect(text).toContain(
      'twice       Doe, Jane: ex1 under 2 names; Jane Doe/ex1.ts (10 of 10 points) counts, ' +
        'doejane/ex1.ts (4.25 of 10 points) not',
    )
    const rows = parse(filesCsv(run)) as string[][]
    expect(rows.map((row) => row[4])).toEqual([
      'reason',
      '',
      'not in grades.csv: for ex1 by Doe, Jane, Jane Doe/ex1.ts counts',
    ])
  })

  it('are nobody to tell of where each is somebody else', () => {
    const run = twice(
      [
        ['doejane', null],
        ['roeal', null],
        ['Mallory', null],
      ],
      [1, 2, 3],
    )
    const text = summaryText({ ...run, attendance: undefined, seconds: 1 })
    expect(text).not.toContain('twice')
  })
})
