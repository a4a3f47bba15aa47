import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lintExercise } from '../../src/lint/lint-pack.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { loadPack } from '../../src/pack/load.ts'
import { scaffoldFiles } from '../../src/pack/scaffold/files.ts'
import { benchFor } from '../lint/bench.ts'

const sandbox = openSandbox()
const root = await mkdtemp(join(tmpdir(), 'mlp-check-course-'))
afterAll(() => Promise.all([sandbox.close(), rm(root, { recursive: true })]))

test('a new exercise lints as it is written', async () => {
  for (const { path, text } of scaffoldFiles('cube')) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const folder = join(root, 'exercises')
  const [exercise] = await loadPack(folder)
  if (exercise === undefined) throw new Error('nothing was written')
  const result = await lintExercise(exercise, benchFor(folder, sandbox))
  expect(result.problems).toEqual([])
  expect(result.rightSolutions).toBe(3)
  expect(result.recognisedMistakes).toBe(1)
})
