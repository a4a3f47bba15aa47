import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionReader } from '../../src/batch/people/sections.ts'
import { gradesOf, runOf } from './out/run-of.ts'

const NAMES = ['Tue, 10:00', 'Wed, 11:00', 'Salt and Pepper', 'S1', 'A, B, and C', '1班', 'Lab (2)']

const sentence = (names: readonly string[]) =>
  names.length < 3
    ? names.join(' and ')
    : `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`

describe('the sections of a list', () => {
  it('are read as they are called, whatever signs a name holds', () => {
    const some = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
    const law = fc.property(some, fc.boolean(), (names, isSentence) => {
      // A sentence that is one name and has two in it says nothing more.
      fc.pre(!isSentence || names.length > 1 || !/ and /.test(names.join()))
      const cell = isSentence ? sentence(names) : names.join('; ')
      // Each stands alone in some row, so that the list tells what its sections are.
      const sectionsOf = sectionReader([...NAMES, cell], isSentence)
      expect(sectionsOf(cell)).toEqual(names)
    })
    fc.assert(law, { seed: 7 })
  })

  it.each([
    ['Tue, 10:00', false, ['Tue, 10:00']],
    ['Tue, 10:00', true, ['Tue, 10:00']],
    ['Salt and Pepper', false, ['Salt and Pepper']],
    ['S1 and S2', true, ['S1', 'S2']],
    ['S1, S2, and S3', true, ['S1', 'S2', 'S3']],
    ['Tue, 10:00 and Wed, 11:00', true, ['Tue, 10:00', 'Wed, 11:00']],
    ['S1; Tue, 10:00', false, ['S1', 'Tue, 10:00']],
    ['S1, S2', false, ['S1, S2']],
    ['', false, []],
  ])('are read without others to tell: %s', (cell, isSentence, names) => {
    expect(sectionReader([cell], isSentence)(cell)).toEqual(names)
  })

  const due = '2026-09-20T12:00:00Z'
  const piece = { by: 'Ann', earned: 1000, at: '2026-09-22T12:00:00.000Z' }
  const under = (cell: string, course: object) =>
    gradesOf(
      runOf([piece], {
        roster: `Name,ID,Section\nAnn,1,"${cell}"\nBob,2,"S1"\n`,
        course: { latenessBy: 'mlp-check', late: { percentPerDay: 10 }, ...course },
      }),
    )[1]

  it('have the rules of their whole names', () => {
    expect(under('Tue, 10:00', { sections: { 'Tue, 10:00': { due } } })).toBe('passed 8')
    expect(under('S1, late', { sections: { S1: { due }, 'S1, late': {} } })).toBe('passed 10')
    expect(under('S1; S2', { sections: { S1: { due } } })).toBe('passed 8')
  })

  it('are asked for where rules stand on how a cell is read', () => {
    const rules = { sections: { S1: { due } } }
    expect(() => under('S1, S2', rules)).toThrow('course.yaml cannot be used')
    expect(under('S1, S2', { ...rules, people: { 1: { due } } })).toBe('passed 8')
    expect(under('S1, S2', { due, sections: { S1: { due } } })).toBe('passed 8')
  })
})
