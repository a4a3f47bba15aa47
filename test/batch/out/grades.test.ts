import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { studentNamed } from '../../../src/batch/layouts/layout.ts'
import { mailCsv, matchCsv, overridesCsv } from '../../../src/batch/out/by-hand.ts'
import { filesCsv } from '../../../src/batch/out/files-csv.ts'
import { gradesCsv } from '../../../src/batch/out/grades.ts'
import { summaryText } from '../../../src/batch/summary.ts'
import { render } from '../../../src/messages/render.ts'
import { gradesOf, runOf } from './run-of.ts'

const ROSTER = 'Name,ID,Email,Section\nJane Doe,1,jane@x,A\nAl Roe,2,al@x,B\nZoë Ray,3,zoe@x,A\n'
const HOSTILE = '=cmd|"/c calc"!A0, "x"\n'

describe('grades.csv', () => {
  it('has a row for each person and exercise, the missing ones too', () => {
    const text = gradesCsv(
      runOf([{ by: 'Jane Doe' }, { by: 'al@x', earned: 1000 }], { roster: ROSTER }),
    )
    const [head, ...rows] = parse(text, { bom: true }) as string[][]
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
      ['Jane Doe', '1', 'jane@x', 'ex1', 'failed', '4.25', '10'],
      ['Al Roe', '2', 'al@x', 'ex1', 'passed', '10', '10'],
      ['Zoë Ray', '3', 'zoe@x', 'ex1', 'missing', '0', '10'],
    ])
    expect(text.startsWith('\ufeff')).toBe(true)
  })

  it('keeps its shape, and runs nothing', () => {
    const rows = parse(gradesCsv(runOf([{ by: HOSTILE }]))) as string[][]
    const cells = rows.flat().filter((cell) => cell.includes('cmd'))
    expect(cells.length).toBeGreaterThan(0)
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@|%]/)
  })
})

describe('the list for mailing', () => {
  it('has everybody with an address who has something to read', () => {
    const roster = 'Name,ID,Email\nJane Doe,1,jane@x\nAl Roe,2,\nZoë Ray,3,zoe@x\nBo Fox,4,bo@x\n'
    const overrides = 'person,exercise,excused\n4,ex1,yes\n'
    const run = runOf([{ by: 'Jane Doe' }, { by: 'Al Roe' }], { roster, overrides })
    expect(parse(mailCsv(run, 'html'))).toEqual([
      ['address', 'file'],
      ['jane@x', 'students/1.html'],
      ['bo@x', 'students/4.html'],
    ])
  })

  it('shows nobody the feedback of another: neither by one address nor in doubt', () => {
    const roster = 'Name,ID,Email\nJane Doe,1,home@x\nAl Roe,2,Home@X\nBo Fox,4,bo@x\n'
    const stranger = { key: '9', name: 'Jo Poe', id: '9', email: 'jo@x', readings: [] }
    const run = runOf([{ by: 'Jane Doe' }, { by: 'Bo Fox' }, { by: stranger }], { roster })
    expect(parse(mailCsv(run, 'html'))).toEqual([
      ['address', 'file'],
      ['bo@x', 'students/4.html'],
    ])
    const told = 'home@x is the address of Jane Doe (1), Al Roe (2): mail.csv has no line for them'
    expect(run.ledger.remarks.map((one) => render(one))).toEqual([expect.stringContaining(told)])
  })

  it('has each address of a group that a platform names together', () => {
    const group = { key: '1 & 2', name: 'Jo & Al', id: '1 & 2', email: 'jo@x & al@x', readings: [] }
    const rows = parse(mailCsv(runOf([{ by: group }]), 'html')) as string[][]
    expect(rows.slice(1).map(([address]) => address)).toEqual(['jo@x', 'al@x'])
  })
})

describe('what became of each', () => {
  const TWINS = 'Name,ID\nBob Ray,2\nBob Ray,3\nAnn Lee,1\n'

  it('is told apart for whoever sent something: nobody of them is missing', () => {
    const run = runOf([{ by: 'Al Roe', earned: null }], {
      roster: ROSTER,
      ignored: [{ file: 'j/hw.rar', reason: 'not opened', student: { ...studentOf('Jane Doe') } }],
    })
    expect(gradesOf(run)).toEqual({ 1: 'set-aside 0', 2: 'not-judged 0', 3: 'missing 0' })
    expect(summaryText({ ...run, seconds: 1 })).toContain('set aside   Jane Doe (1), ex1: j/hw.rar')
  })

  it('is set aside for all whose it may be, and settled by a human', () => {
    const pieces = [{ by: 'Bob Ray', earned: 1000 }, { by: 'Ann Lee' }]
    const run = runOf(pieces, { roster: TWINS })
    expect(gradesOf(run)).toMatchObject({ 2: 'set-aside 0', 3: 'set-aside 0', 1: 'failed 4.25' })
    expect(run.ledger.doubts).toHaveLength(1)
    const open = matchCsv(run)
    expect(parse(open)).toEqual([
      ['file', 'person', 'why', 'candidates'],
      ['Bob Ray/ex1.ts', '', expect.stringContaining('2 people'), 'Bob Ray (2); Bob Ray (3)'],
    ])
    const settled = runOf(pieces, {
      roster: TWINS,
      match: open.replace(',,2 people', ',3,2 people'),
    })
    expect(gradesOf(settled)).toEqual({ 2: 'missing 0', 3: 'passed 10', 1: 'failed 4.25' })
    expect(settled.ledger.doubts).toEqual([])
    expect(matchCsv(settled)).toContain('Bob Ray/ex1.ts,3,decided')
  })

  it('is asked also of what gives no grade: nobody who sent it is missing', () => {
    const packed = (name: string) => ({
      file: `${name}/hw.rar`,
      reason: 'an archive that is not opened',
      student: studentNamed(name),
    })
    const ignored = [packed('Bob Ray'), packed('Mallory'), packed('Ann Lee')]
    ignored.push({ ...packed('Mallory'), file: 'Mallory/notes.txt' })
    const run = runOf([{ by: 'Ann Lee' }], { roster: TWINS, ignored })
    expect(gradesOf(run)).toMatchObject({ 2: 'set-aside 0', 3: 'set-aside 0', 1: 'failed 4.25' })
    expect(run.ledger.doubts.map(({ file, candidates }) => [file, candidates.length])).toEqual([
      ['Bob Ray', 2],
      ['Mallory', 0],
    ])
    const match = 'file,person\nBob Ray,3\nMallory,nobody\n'
    const settled = runOf([{ by: 'Ann Lee' }], { roster: TWINS, ignored, match })
    expect(settled.ledger.doubts).toEqual([])
    expect(gradesOf(settled)).toMatchObject({ 2: 'missing 0', 3: 'set-aside 0' })
  })

  it('is said of who hands in with others and is not on the list', () => {
    const members = ['Ann Lee', 'Zed Zan'].map((value) => [{ kind: 'name' as const, value }])
    const by = {
      ...studentNamed('Ann Lee & Zed Zan'),
      readings: [{ kind: 'people' as const, members }],
    }
    const run = runOf([{ by }], { roster: TWINS })
    expect(gradesOf(run)).toMatchObject({ 1: 'failed 4.25' })
    expect(run.ledger.doubts[0]?.why).toBe(
      'it counts for Ann Lee (1), but nobody on the list is Zed Zan',
    )
    const match = 'file,person\nAnn Lee & Zed Zan/ex1.ts,1\n'
    expect(runOf([{ by }], { roster: TWINS, match }).ledger.doubts).toEqual([])
  })

  it('counts for nobody on the list where nobody there is called so', () => {
    const run = runOf([{ by: 'Mallory' }], { roster: TWINS })
    expect(run.ledger.doubts[0]).toMatchObject({ why: 'nobody on the list is Mallory' })
    const nobody = runOf([{ by: 'Mallory' }], {
      roster: TWINS,
      match: 'file,person\nMallory,nobody\nMallet,1\n',
    })
    expect(nobody.ledger.doubts).toEqual([])
    expect(gradesOf(nobody)).toMatchObject({ Mallory: 'set-aside 0', 1: 'missing 0' })
    expect(nobody.ledger.remarks.map((one) => render(one))).toEqual([
      'match.csv speaks of Mallet, which is not in the input',
    ])
  })

  it('is no guess between two files of one person', () => {
    const two = [
      { by: 'Jane Doe', file: { path: '', shown: 'a.ts' } },
      { by: 'Doe, Jane', file: { path: '', shown: 'b.ts' }, earned: 1000 },
    ]
    const run = runOf(two, { roster: ROSTER })
    expect(gradesOf(run)).toMatchObject({ 1: 'set-aside 0' })
    expect(run.ledger.doubts.map(({ file }) => file)).toEqual(['a.ts', 'b.ts'])
    const rows = parse(filesCsv(run)) as string[][]
    expect(rows[1]?.[4]).toContain('nothing says which counts')
    const match = 'file,person\na.ts,nobody\nb.ts,1\n'
    expect(gradesOf(runOf(two, { roster: ROSTER, match }))).toMatchObject({ 1: 'passed 10' })
    const same = two.map((piece) => ({ ...piece, earned: 425, sha256: 'same' }))
    expect(gradesOf(runOf(same, { roster: ROSTER }))).toMatchObject({ 1: 'failed 4.25' })
  })

  it('names line and remedy where a file by hand cannot be read', () => {
    const match = 'file,person\nx,Bob Ray\n'
    expect(() => runOf([], { roster: TWINS, match })).toThrow(
      'match.csv, line 2: several on the list are Bob Ray',
    )
    // One person's login is another's whole name: it may be meant as either.
    const roster = 'Name,Login\nAda Day,kim\nKim,kday\n'
    const written = (person: string) => `person,exercise,points\n${person},ex1,9\n`
    for (const person of ['kim', 'Kim', 'KIM']) {
      expect(() => runOf([], { roster, overrides: written(person) })).toThrow(
        `by-hand.csv, line 2: several on the list are ${person}: Ada Day (kim), Kim (kday)`,
      )
    }
    for (const [person, login] of [
      ['Kim (kday)', 'kday'],
      ['Ada Day', 'kim'],
      ['kday', 'kday'],
    ] as const) {
      const graded = gradesOf(runOf([], { roster, overrides: written(person) }))
      expect(graded).toMatchObject({ [login]: 'missing 9' })
    }
    const overrides = 'person,exercise,points\n1,ex1,many\n'
    expect(() => runOf([], { roster: TWINS, overrides })).toThrow(
      'by-hand.csv, line 2: many is no number of points',
    )
    const twice = 'person,exercise,points\n1,ex1,1\nAnn Lee,tanh,2\n'
    expect(() => runOf([], { roster: TWINS, overrides: twice })).toThrow('lines 2 and 3 both speak')
  })
})

describe('what a human decided', () => {
  const by = (person: string, rest: string) =>
    `person,exercise,points,comment,excused,answer\n${person},ex1,${rest}\n`

  it('stands above every verdict, and is not forgotten', () => {
    const pieces = [{ by: 'Jane Doe' }]
    const points = runOf(pieces, { roster: ROSTER, overrides: by('jane@x', '8.5,spoken to,,') })
    expect(gradesOf(points)).toMatchObject({ 1: 'failed 8.5' })
    const excused = runOf(pieces, { roster: ROSTER, overrides: by('2', ',ill,yes,') })
    expect(gradesOf(excused)).toMatchObject({ 2: 'excused 0' })
  })

  it('is for one person, where no list says who that is', () => {
    const called = (id: string) => ({ ...studentNamed('Ann Lee'), key: id, id })
    const pieces = [{ by: called('501') }, { by: called('502') }]
    const overrides = 'person,exercise,points\nAnn Lee,ex1,9\n502,ex1,8\nBob,ex1,7\n'
    const run = runOf(pieces, { overrides })
    expect(gradesOf(run)).toEqual({ 501: 'failed 4.25', 502: 'failed 8' })
    expect(run.ledger.remarks.map((one) => render(one))).toEqual([
      'by-hand.csv speaks of Ann Lee, ex1: 2 people in the download are called so; it changes nothing: name one by an id',
      'by-hand.csv speaks of Bob, ex1: nobody in the download is called so; it changes nothing',
    ])
    const sick = 'person,exercise,excused\n501,ex1,perhaps\n'
    expect(() => runOf(pieces, { overrides: sick })).toThrow('line 2: excused is perhaps')
  })

  it('is said where the answer has changed since', () => {
    const first = runOf([{ by: 'Jane Doe', sha256: 'one' }], {
      roster: ROSTER,
      overrides: by('jane@x', '8,,,'),
    })
    const kept = overridesCsv(first)
    expect(kept).toContain('jane@x,ex1,8,,,one')
    const same = runOf([{ by: 'Jane Doe', sha256: 'one' }], { roster: ROSTER, overrides: kept })
    expect(same.ledger.remarks).toEqual([])
    const other = runOf([{ by: 'Jane Doe', sha256: 'two' }], { roster: ROSTER, overrides: kept })
    expect(gradesOf(other)).toMatchObject({ 1: 'failed 8' })
    expect(other.ledger.remarks.map((one) => render(one))).toEqual([
      'Jane Doe, ex1: the answer is not the one that was graded by hand: look again',
    ])
    expect(overridesCsv(other)).toContain('jane@x,ex1,8,,,one')
  })
})

function studentOf(name: string) {
  const readings = [
    { kind: 'people' as const, members: [[{ kind: 'folder' as const, value: name }]] },
  ]
  return { key: name, name, id: null, email: null, readings }
}
