import { describe, expect, it } from 'vitest'
import { attemptNumber, matchExercise } from '../../src/batch/match-exercise.ts'
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
  ])('%s', (stem, exercise, rest) => {
    expect(matchExercise(stem, known)).toEqual({ kind: 'one', exercise, rest })
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

  it('may be followed by the number of an attempt, which is not a student number', () => {
    expect(attemptNumber(['2'])).toBe(2)
    expect(attemptNumber(['jane', 'v3'])).toBe(3)
    expect(attemptNumber(['123456'])).toBe(0)
  })
})
