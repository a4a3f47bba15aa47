import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { lintExercise } from '../../src/lint/lint-pack.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { benchFor } from './bench.ts'

const folder = join(packageRoot(), 'packs/d2l-more/exercises')
const exercises = await loadPack(join(packageRoot(), 'packs/d2l-more'))
const sandbox = openSandbox()
afterAll(() => sandbox.close())

describe('the exercises of the cookbook', () => {
  test('are at least ten', () => expect(exercises.length).toBeGreaterThanOrEqual(10))

  test.each(exercises.map((exercise) => [exercise.folder, exercise] as const))(
    '%s: solutions pass, mistakes are recognised, mutants are killed',
    async (_, exercise) => {
      const result = await lintExercise(exercise, benchFor(folder, sandbox))
      expect(result.problems).toEqual([])
      expect(result.rightSolutions).toBe(3)
      expect(result.recognisedMistakes).toBeGreaterThanOrEqual(3)
    },
  )
})
