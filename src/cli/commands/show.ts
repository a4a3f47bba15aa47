import { join } from 'node:path'
import { SpecError } from '../../errors.ts'
import { findExercise } from '../../pack/pack.ts'
import { readText } from '../../read-text.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPack } from '../packs.ts'

export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const pack = await chosenPack(surroundings)
  const entry = findExercise(pack, words[0] as string)
  const name = options.starter ? 'starter.ts' : 'README.md'
  const file = join(pack.folderOf(entry), name)
  const text = await readText(file).catch((error: Error) => {
    throw new SpecError([{ file, message: `cannot be read: ${error.message}` }])
  })
  surroundings.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return ExitCode.passed
}
