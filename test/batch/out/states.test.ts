import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { studentNamed } from '../../../src/batch/layouts/layout.ts'
import type { GradeCell, GradeLine } from '../../../src/batch/ledger/ledger.ts'
import { STATES } from '../../../src/batch/ledger/state.ts'
import { gradebookOf } from '../../../src/batch/out/gradebook.ts'
import { gradesCsv } from '../../../src/batch/out/grades.ts'
import { reportOfCell } from '../../../src/batch/student-report.ts'
import { summaryText } from '../../../src/batch/summary.ts'
import { STATES as PAGE_STATES } from '../../../src/gradebook/page-data.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { reportSchema } from '../../../src/report/schema.ts'
import { totalsOf } from '../../../src/report/totals.ts'
import { runOf } from './run-of.ts'

describe('the states of a grade', () => {
  it('are the same on the page as in the tables', () => {
    expect(STATES.filter((state) => !PAGE_STATES.includes(state))).toEqual([])
  })

  it('are told to the person, without what is of others', () => {
    const roster = 'Name,ID\nBob Ray,2\nBob Ray,3\nAnn Lee,1\n'
    const readings = [
      { kind: 'people' as const, members: [[{ kind: 'folder' as const, value: 'Ann Lee' }]] },
    ]
    const student = { key: 'a', name: 'Ann Lee', id: null, email: null, readings }
    const run = runOf([{ by: 'Bob Ray' }], {
      roster,
      ignored: [{ file: 'a/hw.rar', reason: 'not opened', student }],
    })
    const told = run.ledger.lines.map((line) => {
      const cell = line.cells.get('ex1')
      if (cell === undefined || cell.result) return ''
      return reportOfCell(cell, line, run, { id: 'ex1', title: 'Tanh' }).checks[0]?.message
    })
    expect(told.slice(0, 3)).toEqual([
      'Something was handed in that gives no grade yet.',
      'Something was handed in that gives no grade yet.',
      'Something was handed in that gives no grade yet: hw.rar: not opened.',
    ])
  })
})

describe('what is excused', () => {
  const overrides = 'person,exercise,points,comment,excused\n1,ex1,,ill,yes\n'
  const roster = 'Name,ID\nAnn Lee,1\nBob Ray,2\n'
  const fixtures = join(packageRoot(), 'test/fixtures/failing-reports')
  const files = readdirSync(fixtures).filter((file) => file.startsWith('ex1-'))

  it.each(files)('is worth nothing and takes nothing, whatever was found: %s', (file) => {
    const record = reportSchema.parse(JSON.parse(readFileSync(join(fixtures, file), 'utf8')))
    const [found] = record.submissions
    const read = () => JSON.stringify(found)
    const run = { ...runOf([{ by: 'Ann Lee' }, { by: 'Bob Ray' }], { roster, overrides }), read }
    const [ann, bob] = run.ledger.lines.map((line) =>
      reportOfCell(line.cells.get('ex1') as GradeCell, line, run, { id: 'ex1', title: 'Tanh' }),
    )
    expect([ann?.score, ann?.maxScore]).toEqual([0, 0])
    expect(ann?.adjustments?.map(({ text }) => text)).toEqual(['This exercise is excused.'])
    // What was found is told all the same, and the record agrees with itself.
    expect(ann?.checks.map(({ status, message }) => [status, message])).toEqual(
      found?.checks.map(({ status, message }) => [status, message]),
    )
    const submissions = [ann, bob].flatMap((one) => one ?? [])
    const whole = { ...record, submissions, totals: totalsOf(submissions) }
    expect(reportSchema.parse(whole).totals.maxScore).toBe(bob?.maxScore)
  })

  it('is worth 0 of 0 in the table of grades, and has no reason why it gave none', () => {
    const student = studentNamed('Ann Lee')
    const ignored = [{ file: 'a/hw.rar', reason: 'not opened.', student }]
    for (const pieces of [[], [{ by: 'Ann Lee' }]]) {
      const run = runOf(pieces, { roster, overrides, ignored })
      const [, row] = gradesCsv(run).split('\r\n')
      expect(row).toMatch(/^Ann Lee,1,,ex1,excused,0,0,/)
      const [ann] = run.ledger.lines
      const cell = { ...(ann?.cells.get('ex1') as GradeCell) }
      const { result: _, ...alone } = cell
      const report = reportOfCell(
        alone,
        ann as GradeLine,
        { ...run, read: () => '' },
        { id: 'ex1', title: '' },
      )
      expect(report.checks[0]?.message).toBe('This exercise is excused.')
      expect([report.score, report.maxScore]).toEqual([0, 0])
    }
  })
})

describe('what a human says', () => {
  const student = studentNamed('Ann Lee')
  const works = {
    failed: { pieces: [{ by: 'Ann Lee' }], ignored: [] },
    'set-aside': { pieces: [], ignored: [{ file: 'a/hw.rar', reason: 'not opened', student }] },
    several: { pieces: ['a.ts', 'b.ts'].map(pieceCalled), ignored: [] },
    missing: { pieces: [], ignored: [] },
  }
  const says = [
    ['', '', ''],
    ['', 'ill', ''],
    ['7', '', ''],
    ['7', 'ill', ''],
    ['', '', 'yes'],
    ['', 'ill', 'yes'],
  ] as const
  const cases = Object.keys(works).flatMap((work) => says.map((said) => [work, ...said] as const))

  it.each(cases)('is told for what it is: %s, points %j, comment %j, excused %j', (...drawn) => {
    const [work, points, comment, excused] = drawn
    const { pieces, ignored } = works[work as keyof typeof works]
    const run = runOf(pieces, {
      roster: 'Name,ID\nAnn Lee,1\n',
      overrides: `person,exercise,points,comment,excused\n1,ex1,${points},${comment},${excused}\n`,
      ignored,
    })
    const [line] = run.ledger.lines
    const cell = line?.cells.get('ex1') as GradeCell
    const decided = points !== '' || excused !== ''
    const more = comment === '' ? '' : `: ${comment}`
    const said = excused ? `excused by hand${more}` : points ? `graded by hand${more}` : ''
    const first = decided ? cell.why[0] : (cell.why.at(-1) ?? '')
    expect(first).toBe(decided ? said : comment ? `comment: ${comment}` : (cell.why[0] ?? ''))
    // What a human decided is open no more; what is open says why, and not what a human says to it.
    const inventory = { ...run.inventory, recognised: [], inputs: [] }
    const text = summaryText({ ...run, inventory, seconds: 1 } as never)
    const isOpen = !decided && work !== 'failed'
    expect(/^ {2}(?:set aside|missing)/m.test(text)).toBe(isOpen)
    expect(text).not.toMatch(/set aside .*ex1: (?:comment|graded|excused)/)
    expect(run.ledger.doubts.length > 0).toBe(work === 'several' && !decided)
    const read = () => JSON.stringify({ ...REPORT, score: 425 })
    const report = reportOfCell(cell, line as GradeLine, { ...run, read }, { id: 'ex1', title: '' })
    const told = report.adjustments?.map((one) => one.text) ?? []
    expect(told.includes('Graded by hand.')).toBe(points !== '' && comment === '')
    expect(told.includes('Graded by hand: ill')).toBe(points !== '' && comment !== '')
    expect(told.includes('Comment: ill')).toBe(!decided && comment !== '')
    expect(report.score).toBe(cell.score)
  })
})

const REPORT = { checks: [], file: 'ex1.ts', exercise: 'ex1', maxScore: 1000, status: 'failed' }

function pieceCalled(shown: string) {
  return { by: 'Ann Lee', file: { path: '', shown } }
}

describe('the head of the gradebook', () => {
  it('counts who is enrolled, and says what is open', () => {
    const run = runOf([{ by: 'Ann Lee' }, { by: 'Mallory' }], {
      roster: 'Name\nAnn Lee\nBob Ray\n',
    })
    const header = {
      tool: { name: 'mlp-check' as const, version: '1' },
      backend: { name: 'tfjs' as const, version: '1', why: '' },
    }
    const { input } = gradebookOf({ ...run, header: { ...run.header, ...header } }, 'html', 'en')
    expect(input.title).toBe('Gradebook: 2 people, ex1')
    expect(input.rules).toEqual([
      '1 hand-in in doubt: match.csv says what settles it.',
      '1 more row is of work by nobody on the class list.',
    ])
  })
})
