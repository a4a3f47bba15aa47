import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { needlessArguments } from '../../src/reference/needless-arguments.ts'

const folders = ['exercises', 'packs/d2l-more/exercises']
const exercises = await Promise.all(folders.map((one) => loadPack(join(packageRoot(), one))))

test('the arguments that a right answer may leave out', () => {
  const needless = exercises.flat().flatMap((exercise) =>
    Object.values(exercise.functions).flatMap((spec) => {
      const names = needlessArguments(exercise, spec)
      return names.length === 0 ? [] : [`${exercise.id}: ${spec.name} without ${names}`]
    }),
  )
  expect(needless).toEqual(['ex2: dpreluDalpha without alpha', 'dropout: meanAfter without p'])
})
