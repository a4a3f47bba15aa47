import { join } from 'node:path'
import { SpecError } from '../../errors.ts'
import { statementFile } from '../../pack/translate.ts'
import { readText } from '../../read-text.ts'
import { askedExercise } from '../asked-exercise.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPackToRead } from '../packs.ts'
import { localeIn } from '../workspaces.ts'

export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const pack = await chosenPackToRead(options, surroundings)
  const entry = await askedExercise(words[0], pack, surroundings)
  const folder = pack.folderOf(entry)
  const own = statementFile(localeIn(options, surroundings))
  const translated = options.starter
    ? undefined
    : await readText(join(folder, own)).catch(() => undefined)
  const file = join(folder, options.starter ? 'starter.ts' : 'README.md')
  const text =
    translated ??
    (await readText(file).catch((error: Error) => {
      throw new SpecError([{ file, message: `cannot be read: ${error.message}` }])
    }))
  surroundings.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return ExitCode.passed
}
