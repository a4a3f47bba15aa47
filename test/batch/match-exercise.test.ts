import { describe, expect, it } from 'vitest'
import { matchExercise, uploadMark } from '../../src/batch/match-exercise.ts'
import { builtInPack } from '../../src/pack/pack.ts'

const known = builtInPack().entries

describe('the exercise in a file name', () => {
  it.each([
    ['ex1', 'ex1', []],
    ['EX01', 'ex1', []],
    ['Exercise 1', 'ex1', []],
    ['ex01-tanh', 'ex1', []],
    ['tanh', 'ex1', []],
    ['doe_jane-ex1', 'ex1', ['doe', 'jane']],
    ['ex1-1', 'ex1', ['1']],
    ['ex1 (2)', 'ex1', ['2']],
    ['ex11', 'ex11', []],
    ['ex1_123456', 'ex1', ['123456']],
    ['e\u200fx1\u200b', 'ex1', []],
    ['\u202bjane\u200d ex\u00ad1\ufe0f', 'ex1', ['jane']],
  ])('%s', (stem, exercise, rest) => {
    expect(matchExercise(stem, known)).toMatchObject({ kind: 'one', exercise, rest })
  })

  it('is the same where letters and digits are as wide as signs of Chinese', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    const exercise = { kind: 'one', exercise: 'ex12' }
    for (const name of ['ex12', 'EX12', 'Exercise12', 'ex012']) {
      expect(matchExercise(wide(name), known)).toMatchObject(exercise)
      expect(matchExercise(`王小明_${wide(name)}`, known)).toMatchObject({ rest: ['王小明'] })
    }
    for (const name of ['ex １２', '王小明 exercise ０12', 'Ｅｘ 12'])
      expect(matchExercise(name, known)).toMatchObject(exercise)
    // A sign above the line is another number, and no digit of this one.
    expect(matchExercise('ex1²', known)).toEqual({ kind: 'none' })
  })

  it.each(['', 'homework', 'example1', 'text1', 'mathtanhx'])('is not in %j', (stem) => {
    expect(matchExercise(stem, known)).toEqual({ kind: 'none' })
  })

  it('is found for every exercise by each of its names', () => {
    for (const { id, folder, aliases } of known) {
      for (const name of [id, folder, ...aliases]) {
        expect(matchExercise(`jane_${name}`, known)).toMatchObject({ kind: 'one', exercise: id })
      }
    }
  })

  it.each([
    ['ex1-1', 1],
    ['ex1 (2)', 2],
    ['ex1(2)', 2],
    ['jane_ex1_v3', 3],
    ['ex1-123456', undefined],
    ['ex-1', undefined],
    ['student_1_ex1', undefined],
    ['ex1_student_1', undefined],
    ['ex1 group 4', undefined],
  ])('is followed by the mark of a re-upload directly, or by none: %s', (stem, number) => {
    expect(uploadMark(stem, 'ex1', known)?.number).toBe(number)
  })
})
