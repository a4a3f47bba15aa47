import { describe, expect, it } from 'vitest'
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

  it('is one day where the platform says late and not when', () => {
    const { at: _, ...marked } = { ...piece, late: true }
    expect(grades([marked], course)).toMatchObject({ 1: 'passed 9' })
    expect(grades([{ ...marked, late: false }], course)).toMatchObject({ 1: 'passed 10' })
  })

  it('refuses sections and people whom the list does not have', () => {
    const of = (more: object) => () => grades([piece], { ...course, ...more })
    expect(of({ sections: { C: { due: DUE } } })).toThrow('cannot be used')
    expect(of({ people: { nobody: { due: DUE } } })).toThrow('cannot be used')
  })
})

describe('several uploads', () => {
  const uploads = (...earned: readonly (number | 'ours')[]): Piece[] =>
    earned.map((one, order) => ({
      by: 'Jane Doe',
      earned: one,
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
    expect(grades(uploads(200, 300, 1000), { attempts: 2 })).toMatchObject({ 1: 'passed 0' })
    expect(grades(uploads(200, 'ours'), {})).toMatchObject({ 1: 'failed 2' })
    expect(grades(uploads('ours'), {})).toMatchObject({ 1: 'errored 0' })
  })
})
