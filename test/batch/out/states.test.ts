import { describe, expect, it } from 'vitest'
import { STATES } from '../../../src/batch/ledger/state.ts'
import { gradebookOf } from '../../../src/batch/out/gradebook.ts'
import { reportOfCell } from '../../../src/batch/student-report.ts'
import { STATES as PAGE_STATES } from '../../../src/gradebook/page-data.ts'
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
