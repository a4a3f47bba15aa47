import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { render } from '../../../src/messages/render.ts'
import { gradesOf, type Piece, runOf, type Texts } from './run-of.ts'

const ROSTER = 'Name,ID,Section\nJane Doe,1,A\nAl Roe,2,B\nZoë Ray,3,A\n'
const DUE = '2026-09-20T12:00:00Z'
const late = { percentPerDay: 10 }
const at = (day: number) => `2026-09-${day}T12:00:00.000Z`

const grades = (pieces: readonly Piece[], course: unknown, texts: Texts = {}) =>
  gradesOf(runOf(pieces, { roster: ROSTER, course, ...texts }))

describe('lateness in a batch', () => {
  const course = { due: DUE, late, latenessBy: 'mlp-check' }
  const piece: Piece = { by: 'Jane Doe', earned: 1000, at: at(22) }

  it('is taken by who the course file says', () => {
    expect(grades([piece], course)).toMatchObject({ 1: 'passed 8' })
    expect(grades([piece], { ...course, latenessBy: 'platform' })).toMatchObject({ 1: 'passed 10' })
    expect(() => grades([piece], { due: DUE, late })).toThrow('course.yaml cannot be used')
  })

  it('counts from the due time of the person, else of the section', () => {
    const rules = {
      ...course,
      sections: { A: { due: '2026-09-21T12:00:00Z' } },
      people: { 3: { exercises: { ex1: { due: '2026-09-29T12:00:00Z' } } } },
    }
    const all = ['Jane Doe', 'Al Roe', 'Zoë Ray'].map((by) => ({ ...piece, by }))
    expect(grades(all, rules)).toEqual({ 1: 'passed 9', 2: 'passed 8', 3: 'passed 10' })
  })

  it('takes nothing by the date of a commit, and says who has a later one', () => {
    const { at: _, ...cloned } = { ...piece, committedAt: at(22) }
    const run = runOf([cloned, { by: 'Al Roe', committedAt: at(19) }], { roster: ROSTER, course })
    expect(gradesOf(run)).toMatchObject({ 1: 'passed 10', 2: 'failed 4.25' })
    const told = run.ledger.remarks.map((one) => render(one))
    expect(told).toEqual([expect.stringMatching(/^Jane Doe: the commit is dated after the due/)])
    expect(run.ledger.lines[0]?.cells.get('ex1')?.why).toEqual([
      `Due ${DUE}. The commit is dated ${at(22)}, which is later; since its author sets that date, nothing is taken for lateness.`,
    ])
    const extended = { ...course, people: { 1: { due: at(23) } } }
    expect(runOf([cloned], { roster: ROSTER, course: extended }).ledger.remarks).toEqual([])
    // Where the platform says when it came, a commit's own word is not asked.
    const known = runOf([{ ...cloned, at: at(19) }], { roster: ROSTER, course })
    expect(known.ledger.remarks).toEqual([])
  })

  it('is one day where the platform says late and not when', () => {
    const { at: _, ...marked } = { ...piece, late: true }
    expect(grades([marked], course)).toMatchObject({ 1: 'passed 9' })
    expect(grades([{ ...marked, late: false }], course)).toMatchObject({ 1: 'passed 10' })
  })

  it('is not told by the order in which the list names the sections of one person', () => {
    const rules = (people: object) => ({
      ...course,
      sections: { A: { due: DUE }, B: { due: '2026-09-29T12:00:00Z' } },
      people,
    })
    for (const both of ['A; B', 'B; A']) {
      const roster = ROSTER.replace('Jane Doe,1,A', `Jane Doe,1,${both}`)
      const graded = (people: object) => grades([piece], rules(people), { roster })
      expect(() => graded({})).toThrow('cannot be used')
      expect(() => graded({ 2: { due: DUE } })).toThrow('cannot be used')
      expect(graded({ 1: { due: DUE } })).toMatchObject({ 1: 'passed 8' })
    }
    const alike = { ...course, sections: { A: { due: at(21) }, B: { due: at(21) } } }
    const roster = ROSTER.replace('Jane Doe,1,A', 'Jane Doe,1,A; B')
    expect(grades([piece], alike, { roster })).toMatchObject({ 1: 'passed 9' })
  })

  it('refuses sections and people whom the list does not have', () => {
    const of = (more: object) => () => grades([piece], { ...course, ...more })
    expect(of({ sections: { C: { due: DUE } } })).toThrow('cannot be used')
    expect(of({ people: { nobody: { due: DUE } } })).toThrow('cannot be used')
    const roster = 'Name,Login\nJane Doe,kim\nKim,jdoe\n'
    const kim = { ...course, people: { kim: { due: DUE } } }
    expect(() => grades([piece], kim, { roster })).toThrow('cannot be used')
  })
})

describe('several uploads', () => {
  const uploads = (...earned: readonly (number | 'ours' | 'unread')[]): Piece[] =>
    earned.map((one, order) => ({
      by: 'Jane Doe',
      ...(one === 'unread' ? { earned: 0, unreadable: 'it is no text' } : { earned: one }),
      order,
      file: { path: '', shown: `${order}.ts` },
    }))

  it.each([
    ['last', 'failed 3'],
    ['first', 'failed 2'],
    ['best', 'passed 10'],
    ['average', 'failed 5'],
  ])('count as the course says: %s', (counts, grade) => {
    expect(grades(uploads(200, 1000, 300), { counts })).toMatchObject({ 1: grade })
  })

  it('are attempts, but for those that a fault of ours spoiled', () => {
    expect(grades(uploads(200, 'ours', 1000), { attempts: 2 })).toMatchObject({ 1: 'passed 10' })
    expect(grades(uploads(200, 300, 'ours', 1000), { attempts: 2 })).toMatchObject({
      1: 'failed 3',
    })
    expect(grades(uploads(200, 'ours'), {})).toMatchObject({ 1: 'failed 2' })
    expect(grades(uploads('ours'), {})).toMatchObject({ 1: 'errored 0' })
    expect(grades(uploads('ours', 'ours'), { attempts: 1 })).toMatchObject({ 1: 'errored 0' })
  })

  it('give no grade where what counts could not be read, and never a 0', () => {
    const one = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constant('unread' as const))
    const all = fc.array(one, { minLength: 1, maxLength: 5 })
    const counting = fc.constantFrom('last', 'first', 'best', 'average')
    const law = fc.property(all, counting, (earned, counts) => {
      const cell = runOf(uploads(...earned), {
        roster: ROSTER,
        course: { counts },
      }).ledger.lines[0]?.cells.get('ex1')
      const read = earned.filter((points) => points !== 'unread')
      const mean = read.reduce((sum, points) => sum + points, 0) / read.length
      const points = {
        last: earned.at(-1),
        first: earned[0],
        best: read.length > 0 ? Math.max(...read) : 'unread',
        average: read.length < earned.length ? 'unread' : Math.round(mean),
      }[counts]
      const aside = points === 'unread'
      expect([cell?.state === 'set-aside', cell?.score]).toEqual([aside, aside ? 0 : points])
      // The best of what could be read is told to be only that.
      const told = cell?.why.includes('it is no text') ?? false
      expect(told).toBe(aside || (counts === 'best' && read.length < earned.length))
    })
    fc.assert(law, { seed: 7 })
  })

  it('count as if there were no more than the attempts, whatever comes later', () => {
    const cell = (earned: number[], course: unknown) =>
      runOf(uploads(...earned), { roster: ROSTER, course }).ledger.lines[0]?.cells.get('ex1')
    const some = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 })
    const counting = fc.constantFrom('last', 'first', 'best', 'average')
    const law = fc.property(some, some, counting, (allowed, later, counts) => {
      const rules = { counts, attempts: allowed.length }
      const [more, less] = [[...allowed, ...later], allowed].map((all) => cell(all, rules))
      expect([more?.state, more?.score]).toEqual([less?.state, less?.score])
      expect(more?.adjustments[0]).toMatchObject({ id: 'attempts', score: 0 })
      const files = later.map((_, index) => `${allowed.length + index}.ts`).join(', ')
      expect(more?.why[0]).toMatch(`what came later is left out. ${files}`)
    })
    fc.assert(law, { seed: 7 })
    expect(cell([200, 300, 1000], { attempts: 2 })?.why).toEqual([
      '3 attempts were handed in, and only 2 attempts count: what came later is left out. 2.ts',
      'upload 2 of 3 counts (last)',
    ])
  })
})
