import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeProblem, SpecError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import { makeFolder } from '../whole-file.ts'
import { loadPack } from './load.ts'
import { packIndex } from './pack.ts'

/** Run by the build: the shipped exercises, validated and compiled. */
async function writePack(): Promise<void> {
  const root = packageRoot()
  const exercises = await loadPack(join(root, 'exercises'))
  const folder = join(root, 'dist', 'pack')
  makeFolder(folder)
  for (const exercise of exercises) {
    await writeFile(join(folder, `${exercise.folder}.json`), JSON.stringify(exercise))
  }
  await writeFile(join(folder, 'index.json'), JSON.stringify(packIndex(exercises)))
}

await writePack().catch((error: Error) => {
  const text =
    error instanceof SpecError
      ? error.problems.map((problem) => describeProblem(problem)).join('\n')
      : error
  process.stderr.write(`${text}\n`)
  process.exitCode = 4
})
