import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { lintExercise } from '../../src/lint/lint-pack.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { benchFor } from './bench.ts'

const folder = join(packageRoot(), 'exercises')
const exercises = await loadPack(folder)
const sandbox = openSandbox()
afterAll(() => sandbox.close())

describe('the shipped exercises', () => {
  test.each(exercises.map((exercise) => [exercise.folder, exercise] as const))(
    '%s: solutions pass, mistakes are recognised, mutants are killed',
    async (_, exercise) => {
      const result = await lintExercise(exercise, benchFor(folder, sandbox))
      expect(result.problems).toEqual([])
      expect(result.rightSolutions).toBeGreaterThanOrEqual(3)
      expect(result.recognisedMistakes).toBeGreaterThan(0)
    },
  )
})
